import assert from 'node:assert/strict'
import { mkdtemp, readFile, readdir } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { pino } from 'pino'
import { z } from 'zod'
import { arrayOf, object, uuid } from '@sepiola/contract/lenient.ts'
import { operation } from '@sepiola/contract/operation.ts'
import type { Context } from '../context.ts'
import { defineFeature } from '../feature.ts'
import { buildHttp } from './build-http.ts'
import { implement, type Implementation } from './implement.ts'
import { problem } from './problem.ts'
import type { Viewer } from './viewer.ts'

const moderator = { userId: 2, username: 'mod', role: 1 } as Viewer
const plainUser = { userId: 3, username: 'anna', role: 2 } as Viewer

const common = { tag: 'Test', summary: '', success: 200, in70: false, rateLimit: 'api' } as const

const list = operation({
  ...common,
  id: 'listThings',
  method: 'GET',
  path: '/api/v1/things/{id}',
  auth: 'none',
  params: () => z.object({ id: z.coerce.number().int() }),
  query: () => z.object({ tagsOneOf: z.array(z.string()).optional(), count: z.coerce.number().max(100).optional() }),
  response: () => z.strictObject({ id: z.number(), tags: z.array(z.string()) }),
})
const pick = operation({
  ...common,
  id: 'pickThings',
  method: 'GET',
  path: '/api/v1/things',
  auth: 'none',
  query: () => object({ uuids: arrayOf(uuid()) }),
})
const secret = operation({
  ...common,
  id: 'getSecret',
  method: 'GET',
  path: '/api/v1/secret',
  auth: 'user',
  right: 'MANAGE_JOBS',
})
const upload = operation({
  ...common,
  id: 'upload',
  method: 'POST',
  path: '/api/v1/upload',
  auth: 'none',
  body: () => z.object({ name: z.string().min(3), tags: z.array(z.string()).optional() }),
  bodyTypes: ['multipart/form-data', 'application/json'],
  files: { videofile: { required: true, extensions: ['txt'], maxSize: 20 } },
})

async function start(implementations: Implementation[], settings: Record<string, unknown> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'sepiola-http-'))
  const current = {
    trust_proxy: ['loopback'],
    http_timeouts: { request: 60_000 },
    log: { log_http_requests: false },
    security: { powered_by_header: { enabled: true }, frameguard: { enabled: true } },
    csp: { enabled: false, report_only: true, report_uri: '' },
    webserver: { https: false },
    instance: { default_language: 'en-US' },
    rates_limit: { api: { window: 10_000, max: 1000 } },
    ...settings,
  }
  const ctx = {
    settings: { current },
    log: pino({ level: 'silent' }),
    storage: { localPath: (_area: string, key: string) => join(folder, key) },
  } as unknown as Context
  const app = await buildHttp({
    ctx,
    features: [defineFeature({ name: 'test', operations: implementations })],
    checkAnswers: true,
    authenticate: async (_ctx, request) => {
      const token = request.headers.authorization
      if (!token) return undefined
      if (token === 'Bearer moderator') return moderator
      if (token === 'Bearer user') return plainUser
      throw problem('invalid_token', 'Invalid token: access token is invalid')
    },
  })
  return { app, folder, ctx }
}

const things = implement(list, ({ params, query }) => ({ id: params.id, tags: query.tagsOneOf ?? [] }))

describe('an operation', () => {
  test('takes arrays in every notation', async () => {
    const { app } = await start([things])
    for (const query of ['tagsOneOf=a&tagsOneOf=b', 'tagsOneOf[]=a&tagsOneOf[]=b', 'tagsOneOf[0]=a&tagsOneOf[1]=b']) {
      const response = await app.inject(`/api/v1/things/7?${query}`)
      assert.deepEqual(response.json(), { id: 7, tags: ['a', 'b'] }, query)
    }
  })

  test('reports all failing fields in one problem document', async () => {
    const { app } = await start([things])
    const response = await app.inject('/api/v1/things/x?count=1000')
    assert.equal(response.statusCode, 400)
    assert.match(String(response.headers['content-type']), /^application\/problem\+json/)
    const body = response.json()
    assert.deepEqual(Object.keys(body['invalid-params']), ['id', 'count'])
    assert.equal(body.detail, 'Incorrect request parameters: id, count')
    assert.equal(body.error, body.detail)
    assert.equal(body.instance, '/api/v1/things/x?count=1000')
    assert.equal(body.title, 'Bad Request')
    assert.equal(body.type, 'about:blank')
    assert.match(body.docs, /#operation\/listThings$/)
    const { count } = body['invalid-params']
    assert.deepEqual(
      { type: count.type, value: count.value, path: count.path, location: count.location },
      { type: 'field', value: '1000', path: 'count', location: 'query' },
    )
  })

  test('names the field when an item of it is wrong, and tells what was sent', async () => {
    const { app } = await start([implement(pick, () => undefined)])
    const wrong = async (query: string) => {
      const body = (await app.inject(`/api/v1/things?${query}`)).json()
      assert.deepEqual(Object.keys(body['invalid-params']), ['uuids'])
      assert.equal(body.detail, 'Incorrect request parameters: uuids')
      const { path, value, msg } = body['invalid-params'].uuids
      return [path, value, msg]
    }
    assert.deepEqual(await wrong('uuids=no'), ['uuids', 'no', 'item 1: Not a UUID.'])
    assert.deepEqual(await wrong('uuids[]=no'), ['uuids', ['no'], 'item 1: Not a UUID.'])
    const known = '5b3b4a0f-7f7f-4c54-9b4e-1fd4b3f0c001'
    assert.deepEqual(await wrong(`uuids=${known}&uuids=never`), ['uuids', [known, 'never'], 'item 2: Not a UUID.'])
    assert.deepEqual((await wrong('uuids[x]=no'))[1], { x: 'no' })
    assert.deepEqual(await wrong(`uuids=${known}&uuids=%00`), ['uuids', [known, '\0'], 'item 2: Not a valid text.'])
  })

  test('refuses in the language that is asked for', async () => {
    const { app } = await start([things])
    const headers = { 'x-peertube-language': 'fr-FR' }
    const body = (await app.inject({ url: '/api/v1/things/x?count=1000', headers })).json()
    const { detail, error } = body
    assert.deepEqual([detail, error], ['Paramètres incorrects : id, count', 'Paramètres incorrects : id, count'])
    const { id, count } = body['invalid-params']
    assert.deepEqual([id.msg, count.msg], ['Un nombre est attendu.', 'La valeur doit être d’au plus 100.'])
  })

  test('tells faults of its own and of files together with the others', async () => {
    const { app } = await start([
      implement(upload, () => undefined, {
        findFaults: ({ body }) =>
          body['tags'] === undefined ? [] : [{ type: 'field', value: 1, msg: 'No.', path: 'tags', location: 'body' }],
      }),
    ])
    const response = await app.inject(
      multipart([
        { name: 'name', value: 'x' },
        { name: 'tags[0]', value: 'b' },
      ]),
    )
    assert.deepEqual(Object.keys(response.json()['invalid-params']), ['name', 'videofile', 'tags'])
  })

  test('asks for the token, then for the right', async () => {
    const { app } = await start([implement(secret, () => undefined)])
    const ask = (authorization?: string) =>
      app.inject({ url: '/api/v1/secret', headers: authorization ? { authorization } : {} })
    assert.equal((await ask()).json().code, 'unauthorized_request')
    assert.equal((await ask()).statusCode, 401)
    assert.equal((await ask('Bearer nobody')).statusCode, 401)
    const refused = await ask('Bearer user')
    assert.equal(refused.statusCode, 403)
    assert.match(refused.json().detail, /anna.*right 7 .*\/api\/v1\/secret/)
  })

  test('that is public is answered whatever the token is worth, unless it is needed', async () => {
    const open = operation({ ...common, id: 'open', method: 'GET', path: '/api/v1/open', auth: 'optional' })
    const mine = { ...open, id: 'mine', path: '/api/v1/mine', ignoresBadToken: true as const }
    const refusing = { ...mine, id: 'refusing', path: '/api/v1/refusing' }
    const { app } = await start([
      implement(open, () => undefined),
      implement(mine, ({ viewer, reply }) => reply.send({ name: viewer?.username ?? 'nobody' })),
      implement(refusing, () => {
        throw problem(401, 'Sign in to see this.')
      }),
    ])
    const ask = (url: string, token: string) => app.inject({ url, headers: { authorization: `Bearer ${token}` } })
    assert.equal((await ask('/api/v1/open', 'expired')).statusCode, 401)
    assert.deepEqual((await ask('/api/v1/mine', 'user')).json(), { name: 'anna' })
    assert.deepEqual((await ask('/api/v1/mine', 'expired')).json(), { name: 'nobody' })
    assert.equal((await ask('/api/v1/refusing', 'expired')).json().code, 'invalid_token')
    assert.equal((await ask('/api/v1/refusing', 'user')).json().code, undefined)
  })

  test('whose answer breaks the contract is a 500 while answers are checked', async () => {
    const { app } = await start([implement(list, () => ({ id: 1, tags: [], extra: true }) as never)])
    assert.equal((await app.inject('/api/v1/things/1')).statusCode, 500)
  })

  test('that throws tells nothing of the cause', async () => {
    const { app } = await start([
      implement(list, () => {
        throw new Error('password=hunter2')
      }),
    ])
    const response = await app.inject('/api/v1/things/1')
    assert.equal(response.statusCode, 500)
    assert.match(response.json().type, /#section\/Errors\/InternalServerError$/)
    assert.doesNotMatch(response.body, /hunter2/)
  })
})

function multipart(parts: { name: string; value: string; filename?: string }[]) {
  const boundary = 'x-boundary'
  const payload = parts
    .map(({ name, value, filename }) => {
      const file = filename ? `; filename="${filename}"\r\nContent-Type: text/plain` : ''
      return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`
    })
    .join('')
  return {
    method: 'POST' as const,
    url: '/api/v1/upload',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${payload}--${boundary}--\r\n`,
  }
}

describe('a multipart body', () => {
  const uploading = implement(upload, async ({ body, files }) => {
    const file = files['videofile']!
    return { body, name: file.filename, text: await readFile(file.path, 'utf8') } as never
  })

  test('gives nested fields and a file that is removed afterwards', async () => {
    const { app, folder } = await start([uploading])
    const response = await app.inject(
      multipart([
        { name: 'name', value: 'Ünïcode' },
        { name: 'tags[0]', value: 'a' },
        { name: 'tags[1]', value: 'b' },
        { name: 'videofile', value: 'hello', filename: 'été.txt' },
      ]),
    )
    assert.deepEqual(response.json(), { body: { name: 'Ünïcode', tags: ['a', 'b'] }, name: 'été.txt', text: 'hello' })
    assert.deepEqual(await readdir(folder), [])
  })

  test('with a wrong, large, missing, repeated or undeclared file is refused and leaves nothing', async () => {
    const { app, folder } = await start([uploading])
    const name = { name: 'name', value: 'abc' }
    const cases = [
      [name, { name: 'videofile', value: 'x', filename: 'a.exe' }],
      [name, { name: 'videofile', value: 'x'.repeat(21), filename: 'a.txt' }],
      [name],
      [
        name,
        { name: 'videofile', value: 'x', filename: 'a.txt' },
        { name: 'videofile', value: 'y', filename: 'b.txt' },
      ],
      [name, { name: 'other', value: 'x', filename: 'a.txt' }],
    ]
    for (const parts of cases) {
      const response = await app.inject(multipart(parts))
      assert.equal(response.statusCode, 400, JSON.stringify(parts))
    }
    assert.deepEqual(await readdir(folder), [])
  })

  test('cannot reach a prototype', async () => {
    const { app } = await start([uploading])
    await app.inject(
      multipart([
        { name: '__proto__[polluted]', value: 'yes' },
        { name: 'constructor[prototype][polluted]', value: 'yes' },
      ]),
    )
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined)
  })
})

describe('every answer', () => {
  test('carries the common headers, also a refusal', async () => {
    const { app } = await start([things])
    for (const url of ['/api/v1/things/1', '/api/v1/things/x']) {
      const { headers } = await app.inject(url)
      assert.equal(headers['tk'], 'N')
      assert.equal(headers['x-powered-by'], 'PeerTube')
      assert.equal(headers['x-frame-options'], 'DENY')
      assert.equal(headers['access-control-allow-origin'], '*')
    }
  })

  test('is open to pages of other sites as the API is, in test mode', async () => {
    const page = implement({ ...list, id: 'page', path: '/page', params: undefined }, ({ reply }) => reply.send('x'))
    const { app, ctx } = await start([page])
    assert.equal((await app.inject('/page')).headers['access-control-allow-origin'], undefined)
    ctx.testMode = true
    const { headers } = await app.inject('/page')
    assert.equal(headers['access-control-allow-origin'], '*')
    assert.equal(headers['access-control-expose-headers'], 'Retry-After')
  })

  test('to a preflight is empty and open', async () => {
    const { app } = await start([things])
    const response = await app.inject({
      method: 'OPTIONS',
      url: '/api/v1/things/1',
      headers: { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' },
    })
    assert.equal(response.statusCode, 204)
    assert.equal(response.headers['access-control-allow-headers'], 'authorization')
  })

  test('that refuses to show something is kept nowhere, whatever its handler said before', async () => {
    const { app } = await start([
      implement(list, ({ params, reply }) => {
        reply.header('cache-control', 'max-age=600')
        if (params.id === 1) throw problem(404, 'Thing not found')
        return { id: params.id, tags: [] }
      }),
    ])
    const kept = async (id: number) => (await app.inject(`/api/v1/things/${id}`)).headers['cache-control']
    assert.equal(await kept(1), 'no-cache, no-store, must-revalidate')
    assert.equal(await kept(2), 'max-age=600')
  })

  test('to an address that cannot be read is a problem', async () => {
    const { app } = await start([things])
    for (const part of ['%zz', 'x'.repeat(2001)]) {
      const response = await app.inject(`/api/v1/things/${part}`)
      assert.equal(response.statusCode, 400)
      assert.match(String(response.headers['content-type']), /^application\/problem\+json/)
      assert.equal(response.headers['access-control-allow-origin'], '*')
      assert.equal(response.json().status, 400)
    }
  })

  test('to an unknown API path is an empty 400 in JSON', async () => {
    const { app } = await start([things])
    const response = await app.inject('/api/v1/unknown')
    assert.equal(response.statusCode, 400)
    assert.match(String(response.headers['content-type']), /^application\/json/)
    assert.equal(response.body, '')
  })
})

describe('a request', () => {
  test('beyond the limit gets 429 and its headers; a moderator passes', async () => {
    const { app } = await start([things], { rates_limit: { api: { window: 60_000, max: 2 } } })
    const ask = (headers = {}) => app.inject({ url: '/api/v1/things/1', headers })
    assert.equal((await ask()).headers['x-ratelimit-remaining'], '1')
    await ask()
    const refused = await ask()
    assert.equal(refused.statusCode, 429)
    assert.ok(Number(refused.headers['retry-after']) > 0)
    assert.equal((await ask({ authorization: 'Bearer moderator' })).statusCode, 200)
    assert.equal((await ask({ authorization: 'Bearer user' })).statusCode, 429)
  })

  test('with broken or large JSON gets 400 or 413, with a wrong Digest 403', async () => {
    const { app } = await start([implement({ ...upload, files: undefined }, () => undefined)])
    const send = (payload: string, headers = {}) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/upload',
        headers: { 'content-type': 'application/json', ...headers },
        payload,
      })
    const refusal = async (payload: string) => {
      const { type, title, status, code } = (await send(payload)).json()
      assert.deepEqual([type.split('#')[1], title], [`section/Errors/${code}`, undefined])
      return [status, code]
    }
    assert.deepEqual(await refusal('{'), [400, 'SyntaxError'])
    const nameOf = (length: number) => JSON.stringify({ name: 'x'.repeat(length - 11) })
    assert.equal((await send(nameOf(500 * 1024))).statusCode, 200)
    assert.deepEqual(await refusal(nameOf(500 * 1024 + 1)), [413, 'PayloadTooLargeError'])
    const good = '{"name":"abc"}'
    const digest = createHash('sha256').update(good).digest('base64')
    assert.equal((await send(good, { digest: `SHA-256=${digest}` })).statusCode, 200)
    assert.equal((await send(good, { digest: 'SHA-256=AAAA' })).statusCode, 403)
    const form = { 'content-type': 'Application/X-WWW-Form-Urlencoded' }
    assert.equal((await send('name=abc', form)).statusCode, 200)
    assert.equal((await send('name=abc', { ...form, digest: 'SHA-256=AAAA' })).statusCode, 403)
  })
})
