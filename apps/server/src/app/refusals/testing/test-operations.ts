import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestServer } from '../../test-server.ts'
import { formOf } from '../../test-requests.ts'

export interface Asked {
  method?: 'POST' | 'PUT' | 'DELETE'
  /** Below `/api/v1`, unless `outside`. `{name}`: one of what is known. */
  url: string
  outside?: true
  payload?: Record<string, unknown>
  /** Sent as a form with these files. */
  files?: Readonly<Record<string, readonly [name: string, content: Buffer]>>
  headers?: Record<string, string>
  /** Status for who may, and without `refused` fields. */
  ok: number
  /** … for another user, and for nobody. */
  stranger: number
  anonymous: number
  /** … for a moderator, where that is another one's. */
  moderator?: number
  /**
   * Values that are refused, by the one field that the answer must name; `a.b` is a part of the field `a`. A list in a
   * query is the parameter repeated.
   */
  refused?: Record<string, readonly unknown[]>
  /** Default: who owns everything here. */
  as?: 'moderator'
}

export const long = (length: number) => 'x'.repeat(length)
export const notBoolean = ['maybe', 'TRUE', '2', '']
export const page = { start: ['-1', 'x', '1.5', ''], count: ['-1', '101', 'x'] }
export const sorted = { ...page, sort: ['x', '--createdAt', ''] }

/** What everybody may read. */
export const open = { ok: 200, stranger: 200, anonymous: 200 }
/** What only they and moderators may. */
export const own = (ok = 200) => ({ ok, stranger: 403, anonymous: 401 })
/** What everybody has of their own. */
export const mine = (ok = 200) => ({ ok, stranger: ok, anonymous: 401 })

interface Place {
  server: TestServer
  /** Access tokens of `owner`, `stranger` and `moderator`. */
  tokens: Record<string, string>
  known: Record<string, string | number>
}

/**
 * A test of each operation, by its name: each parameter wrong gives 400 that names exactly this field, whereas the same
 * request without the fault is answered. What strangers and nobody get is asked before anything is changed.
 */
export function testOperations(operations: Record<string, Asked>, place: () => Place): void {
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(place().known[name]))
  const ask = (
    { method, url, outside, files, headers }: Asked,
    as: string | undefined,
    payload?: Record<string, unknown>,
  ) => {
    const { server, tokens } = place()
    const sent = payload && (JSON.parse(filled(JSON.stringify(payload))) as Record<string, string>)
    return server.request({
      url: (outside ? '' : '/api/v1') + filled(url),
      ...(method && { method }),
      ...(sent && { payload: files ? formOf(sent, files) : sent }),
      ...(headers && { headers }),
      ...(as && { as: tokens[as]! }),
    })
  }
  const queryOf = (field: string, value: unknown) =>
    [value]
      .flat()
      .map((one) => `${field}=${encodeURIComponent(String(one))}`)
      .join('&')

  for (const [name, asked] of Object.entries(operations)) {
    void test(name, async () => {
      const { method = 'GET', payload, as = 'owner' } = asked
      assert.equal((await ask(asked, undefined, payload)).statusCode, asked.anonymous, 'nobody')
      for (const [field, values] of Object.entries(asked.refused ?? {})) {
        const [sent] = field.split('.')
        for (const value of values) {
          const [faulty, body] =
            method === 'GET'
              ? [`${asked.url}${asked.url.includes('?') ? '&' : '?'}${queryOf(field, value)}`]
              : [asked.url, { ...payload, [sent!]: value }]
          const answer = await ask({ ...asked, url: faulty! }, as, body as Record<string, unknown> | undefined)
          const what = `${field}: ${JSON.stringify(value)?.slice(0, 60)} → ${answer.body.slice(0, 300)}`
          assert.equal(answer.statusCode, 400, what)
          assert.deepEqual(Object.keys(answer.json()['invalid-params'] ?? {}), [field.replace('[]', '')], what)
        }
      }
      if (asked.stranger === 403) assert.equal((await ask(asked, 'stranger', payload)).statusCode, asked.stranger)
      const answer = await ask(asked, as, payload)
      assert.equal(answer.statusCode, asked.ok, answer.body)
      if (asked.stranger !== 403) assert.equal((await ask(asked, 'stranger', payload)).statusCode, asked.stranger)
      if (asked.moderator === undefined) return
      const moderated = await ask(asked, 'moderator', payload)
      assert.equal(moderated.statusCode, asked.moderator, `a moderator: ${moderated.body}`)
    })
  }
}
