import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, before, describe, test } from 'node:test'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { createLog } from '#foundation/log.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString()

describe('logs', () => {
  let server: TestServer
  let root: string
  before(async () => {
    server = await startTestServer()
    root = await server.login()
  })
  after(() => server.close())

  const get = (query: Record<string, string | string[]>, as = root) =>
    server.request({ url: '/api/v1/server/logs', query, as })
  const messages = async (query: Record<string, string | string[]>) => {
    const answer = await get(query)
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json<{ message: string }[]>().map(({ message }) => message)
  }
  const write = (name: string, lines: object[]) =>
    writeFile(
      join(server.ctx.settings.current.storage.logs, name),
      lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    )
  const line = (minute: number, level = 'info', tags?: string[]) => ({
    level,
    timestamp: at(minute),
    message: `m${minute}`,
    ...(tags && { tags }),
  })

  describe('GET /server/logs', () => {
    before(async () => {
      await write('peertube.2.log', [line(0), line(1, 'error')])
      await write('peertube.1.log', [line(2, 'debug'), line(3, 'warn', ['client']), line(4, 'info', ['config', 'x'])])
      await write('peertube.log', [line(5), line(6, 'fatal')])
      await write('other.log', [line(7)])
    })

    test('reads all rotated files in the order of time', async () => {
      assert.deepEqual(await messages({ startDate: at(0) }), ['m0', 'm1', 'm3', 'm4', 'm5', 'm6'])
    })

    test('keeps to the dates, the level and the tags', async () => {
      assert.deepEqual(await messages({ startDate: at(3), endDate: at(5) }), ['m3', 'm4', 'm5'])
      assert.deepEqual(await messages({ startDate: at(1), level: 'debug', endDate: at(3) }), ['m1', 'm2', 'm3'])
      assert.deepEqual(await messages({ startDate: at(0), level: 'warn' }), ['m1', 'm3', 'm6'])
      assert.deepEqual(await messages({ startDate: at(0), level: 'error' }), ['m1', 'm6'])
      assert.deepEqual(await messages({ startDate: at(0), tagsOneOf: ['client', 'config'] }), ['m3', 'm4'])
      assert.deepEqual(await messages({ startDate: at(0), tagsOneOf: 'x' }), ['m4'])
      assert.deepEqual(await messages({ startDate: at(8) }), [])
    })

    test('skips what is no JSON object', async () => {
      const path = join(server.ctx.settings.current.storage.logs, 'peertube.log')
      await writeFile(path, `${JSON.stringify(line(5))}\nbroken\n[]\n3\n${JSON.stringify(line(6))}\n{"level":"in`)
      assert.deepEqual(await messages({ startDate: at(5) }), ['m5', 'm6'])
    })

    test('tells the newest ten million characters', async () => {
      const long = (minute: number) => ({ ...line(minute), text: 'x'.repeat(4_000_000) })
      await write('peertube.1.log', [line(2), long(3)])
      await write('peertube.log', [long(4), long(5)])
      assert.deepEqual(await messages({ startDate: at(0) }), ['m4', 'm5'])
    })

    const wrong: [string, Record<string, string>][] = [
      ['startDate', {}],
      ['startDate', { startDate: 'yesterday' }],
      ['endDate', { startDate: at(0), endDate: 'tomorrow' }],
      ['level', { startDate: at(0), level: 'loud' }],
    ]
    for (const [field, query] of wrong) {
      test(`400 names ${field} of ${JSON.stringify(query)}`, async () => {
        const answer = await get(query)
        assert.equal(answer.statusCode, 400)
        assert.deepEqual(Object.keys(answer.json()['invalid-params']), [field])
      })
    }

    test('401 without a token, 403 for a moderator', async () => {
      await addUser(server.ctx, 'moderator', { role: 1 })
      const url = `/api/v1/server/logs?startDate=${at(0)}`
      assert.equal((await server.request({ url })).statusCode, 401)
      assert.equal((await server.request({ url, as: await server.login('moderator', userPassword) })).statusCode, 403)
    })
  })

  describe('POST /server/logs/client', () => {
    const report = { message: 'It broke', url: 'https://example.org/w/1', level: 'error' }
    const send = (payload: object, as?: string) =>
      server.request({ method: 'POST', url: '/api/v1/server/logs/client', payload, ...(as && { as }) })

    test('is found in the log, with who sent it', async (t) => {
      const output = new Writable({ write: (_chunk, _encoding, done) => done() })
      const { log, close } = createLog({ settings: () => server.ctx.settings.current, output })
      const quiet = server.ctx.log
      server.ctx.log = log
      t.after(async () => {
        server.ctx.log = quiet
        await close()
      })
      const startDate = new Date().toISOString()
      const extras = { stackTrace: 'at line 1', meta: '{"a":1}', userAgent: 'Browser' }
      const url = `${report.url}?a=1&videoFileToken=secret&token=too`
      assert.equal((await send({ ...report, url, ...extras }, root)).statusCode, 204)
      assert.equal((await send({ ...report, level: 'warn', message: 'Hm' })).statusCode, 204)

      let found: Record<string, unknown>[] = []
      for (let tries = 0; found.length < 2 && tries < 200; tries++) {
        found = (await get({ startDate, tagsOneOf: 'client' })).json()
        if (found.length < 2) await sleep(10)
      }
      const [first, second] = found
      assert.equal(first!.message, 'Client log: It broke')
      assert.deepEqual(
        [first!.level, first!.username, first!.url],
        ['error', 'root', `${report.url}?a=1&videoFileToken=…&token=…`],
      )
      assert.deepEqual([first!.stackTrace, first!.meta, first!.userAgent], Object.values(extras))
      assert.deepEqual([second!.level, second!.message, second!.username], ['warn', 'Client log: Hm', undefined])
    })

    const wrong: [string, object][] = [
      ['message', { message: '' }],
      ['message', { message: 'm'.repeat(1001) }],
      ['url', { url: 'no address' }],
      ['level', { level: 'info' }],
      ['stackTrace', { stackTrace: 's'.repeat(15_001) }],
      ['userAgent', { userAgent: 'u'.repeat(201) }],
      ['meta', { meta: 'm'.repeat(15_001) }],
    ]
    for (const [field, change] of wrong) {
      test(`400 names ${field}: ${JSON.stringify(change).slice(0, 25)}`, async () => {
        const answer = await send({ ...report, ...change })
        assert.equal(answer.statusCode, 400)
        assert.deepEqual(Object.keys(answer.json()['invalid-params']), [field])
      })
    }

    test('403 without a document while it is switched off, whatever is sent', async () => {
      await server.ctx.settings.override({ log: { accept_client_log: false } })
      const answers = [await send(report), await send({})]
      await server.ctx.settings.clearOverride()
      assert.deepEqual(
        answers.map(({ statusCode, body }) => [statusCode, body]),
        [
          [403, 'Forbidden'],
          [403, 'Forbidden'],
        ],
      )
    })
  })
})
