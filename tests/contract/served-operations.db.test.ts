import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { InjectOptions } from 'fastify'
import type { OperationDefinition } from '@sepiola/contract/operation.ts'
import { UserRole, hasRight } from '@sepiola/contract/rights.ts'
import { features } from '../../apps/server/src/app/features.ts'
import { startTestServer, type TestServer } from '../../apps/server/src/app/test-server.ts'
import { addUser, userPassword } from '../../apps/server/src/features/videos/testing/add-user.ts'
import { makeTestVideo } from '../../apps/server/src/features/videos/testing/make-test-video.ts'
import {
  bodyGarbage,
  fieldsOf,
  fillPath,
  pathGarbage,
  pathParameters,
  queryGarbage,
  requiredSample,
  wholeBodies,
} from './garbage.ts'

/** Those that are asked by requests; the others have tests of their own. */
const served = features
  .flatMap(({ operations = [] }) => operations.map(({ operation }) => operation))
  .filter(({ success }) => success !== 101)
const titleOf = ({ method, path, variant }: OperationDefinition) => `${method} ${path}${variant ? ` (${variant})` : ''}`
const methodOf = ({ method }: OperationDefinition) => (method === 'ALL' ? 'GET' : method) as 'GET'
/** ms; nothing here has a reason to take longer, even on a busy machine. */
const patience = 10_000

/** Path values that exist, by the beginning of the path. */
function existing(
  operation: OperationDefinition,
  video: { uuid: string; fileIds: { web: number } },
): Record<string, string> {
  if (operation.path.includes('/videos/{id}')) return { id: video.uuid, videoFileId: String(video.fileIds.web) }
  if (operation.path.includes('/accounts/')) return { name: 'root' }
  if (operation.path.includes('/video-channels/')) return { channelHandle: 'root_channel' }
  if (operation.path.includes('/jobs/{state}')) return { state: 'completed' }
  return {}
}

function assertNone(faults: readonly string[]) {
  assert.ok(faults.length === 0, `\n${faults.join('\n')}`)
}

describe('every served operation', () => {
  let server: TestServer
  let root: string
  let moderator: string
  let user: string
  let video: Awaited<ReturnType<typeof makeTestVideo>>

  before(async () => {
    const unlimited = { window: '10 seconds', max: 1_000_000 }
    const groups = ['api', 'login', 'feeds', 'well_known', 'activity_pub', 'client', 'download_generate_video']
    const rates_limit = Object.fromEntries(groups.map((group) => [group, unlimited]))
    server = await startTestServer({ settings: { rates_limit } })
    await addUser(server.ctx, 'a_moderator', { role: UserRole.MODERATOR })
    await addUser(server.ctx, 'a_user')
    root = await server.login()
    moderator = await server.login('a_moderator', userPassword)
    user = await server.login('a_user', userPassword)
    video = await makeTestVideo(server.ctx)
  })

  after(() => server.close())

  /** One request, which must be answered in time and without a fault of the server. */
  async function ask(what: string, options: InjectOptions & { as?: string }) {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`${what}: no answer within ${patience} ms`)), patience)
    })
    try {
      return await Promise.race([server.request(options), late])
    } finally {
      clearTimeout(timer)
    }
  }

  /** Garbage must end in a client error, or be harmless; all faults of an operation are told together. */
  async function findFaults(cases: Iterable<[string, InjectOptions]>): Promise<string[]> {
    const faults: string[] = []
    for (const [what, options] of cases) {
      try {
        const answer = await ask(what, { ...options, as: root })
        if (answer.statusCode >= 500) faults.push(`${what}: ${answer.statusCode} ${answer.body.slice(0, 80)}`)
        else if (answer.statusCode === 401) root = await server.login()
      } catch (error) {
        faults.push(`${what}: ${String(error)}`)
      }
    }
    return faults
  }

  test('is one of at least sixty', () => assert.ok(served.length >= 60, String(served.length)))

  for (const operation of served) {
    const method = methodOf(operation)
    const path = fillPath(operation, {})

    describe(titleOf(operation), () => {
      if (operation.auth === 'user') {
        test('refuses who is not signed in', async () => {
          const answer = await ask(path, { method, url: path })
          assert.equal(answer.statusCode, 401, answer.body)
          assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
          assert.equal(answer.json().code, 'unauthorized_request')
        })
      }

      if (operation.auth === 'user' || operation.auth === 'optional') {
        const unknown = { as: 'f'.repeat(40) }
        if (operation.ignoresBadToken) {
          test('answers a token that nobody has like none', async () => {
            const answer = await ask(path, { method, url: path, ...unknown })
            const anonymous = await ask(path, { method, url: path })
            assert.equal(answer.statusCode, anonymous.statusCode, answer.body)
          })
        } else {
          test('refuses a token that nobody has', async () => {
            const answer = await ask(path, { method, url: path, ...unknown })
            assert.equal(answer.statusCode, 401, answer.body)
            assert.equal(answer.json().code, 'invalid_token')
          })
        }
      }

      const { right } = operation
      if (right) {
        test(`asks for the right ${right}`, async () => {
          const plain = await ask(path, { method, url: path, as: user })
          assert.equal(plain.statusCode, 403, plain.body)
          assert.match(plain.json().detail, /does not have right \d+/)
          const moderating = await ask(path, { method, url: path, as: moderator })
          const refused = /does not have right/.test(moderating.body)
          assert.equal(refused, !hasRight(UserRole.MODERATOR, right), moderating.body)
          const owning = await ask(path, { method, url: path, as: root })
          assert.notEqual(owning.statusCode, 403, owning.body)
        })
      }

      const parameters = pathParameters(operation)
      if (parameters.length > 0) {
        test('survives garbage in its path', async () => {
          const cases = parameters.flatMap((name) =>
            Object.entries(pathGarbage).map(([kind, value]): [string, InjectOptions] => {
              const url = fillPath(operation, { ...existing(operation, video), [name]: value })
              return [`${name}: ${kind} (${url.slice(0, 120)})`, { method, url }]
            }),
          )
          assertNone(await findFaults(cases))
        })
      }

      const queryFields = Object.keys(fieldsOf(operation.query))
      if (queryFields.length > 0) {
        test('survives garbage in its query', async () => {
          const target = fillPath(operation, existing(operation, video))
          const cases = [...queryFields, '__proto__', 'constructor[prototype]'].flatMap((name) =>
            Object.entries(queryGarbage).map(([kind, value]): [string, InjectOptions] => {
              const query = value.replaceAll(/(^|&)(?=\[)/g, `$1${name}`)
              const url = `${target}?${query.startsWith('=') ? name : ''}${query}`
              return [`${name}: ${kind} (${url.slice(0, 160)})`, { method, url }]
            }),
          )
          assertNone(await findFaults(cases))
        })
      }

      if (operation.bodyTypes) {
        test('survives garbage in its body', async () => {
          const target = fillPath(operation, existing(operation, video))
          const json = { 'content-type': 'application/json' }
          const whole = Object.entries(wholeBodies).map(([kind, payload]): [string, InjectOptions] => [
            `body: ${kind}`,
            { method, url: target, headers: json, payload },
          ])
          const channelId = (await server.request({ url: '/api/v1/users/me', as: root })).json().videoChannels[0].id
          const sound = {
            ...requiredSample(operation.body),
            ...('channelId' in fieldsOf(operation.body) && { channelId }),
          }
          const single = Object.keys(fieldsOf(operation.body)).flatMap((name) =>
            Object.entries(bodyGarbage).map(([kind, value]): [string, InjectOptions] => [
              `${name}: ${kind}`,
              {
                method,
                url: target,
                headers: { ...json, 'x-upload-content-length': '1000', 'x-upload-content-type': 'video/mp4' },
                payload: JSON.stringify({ ...sound, [name]: value }),
              },
            ]),
          )
          assertNone(await findFaults([...whole, ...single]))
        })

        test('survives a body of another type, and one that is cut', async () => {
          const url = fillPath(operation, existing(operation, video))
          const boundary = 'multipart/form-data; boundary=xyz'
          const cases: [string, InjectOptions][] = [
            ['no type', { method, url, payload: 'abc' }],
            ['unknown type', { method, url, headers: { 'content-type': 'text/x-nothing' }, payload: 'abc' }],
            ['broken type', { method, url, headers: { 'content-type': ';;;' }, payload: 'abc' }],
            [
              'multipart without boundary',
              { method, url, headers: { 'content-type': 'multipart/form-data' }, payload: 'abc' },
            ],
            [
              'multipart cut',
              { method, url, headers: { 'content-type': boundary }, payload: '--xyz\r\nContent-Dispo' },
            ],
            [
              'multipart with NUL',
              {
                method,
                url,
                headers: { 'content-type': boundary },
                payload: '--xyz\r\nContent-Disposition: form-data; name="name"\r\n\r\nabc\0def\r\n--xyz--\r\n',
              },
            ],
            [
              'multipart with proto',
              {
                method,
                url,
                headers: { 'content-type': boundary },
                payload: '--xyz\r\nContent-Disposition: form-data; name="__proto__[polluted]"\r\n\r\n1\r\n--xyz--\r\n',
              },
            ],
            [
              'form with everything repeated',
              {
                method,
                url,
                headers: { 'content-type': 'application/x-www-form-urlencoded' },
                payload: 'a=1&a=2&a[b]=3&__proto__[polluted]=1&%00=%00&username=%00&username=x',
              },
            ],
          ]
          assertNone(await findFaults(cases))
        })
      }
    })
  }

  test('and nothing has changed the prototype of objects, and the server still answers', async () => {
    assert.equal(({} as Record<string, unknown>).polluted, undefined)
    assert.equal((await server.request({ url: '/api/v1/ping' })).body, 'pong')
    // As an administrator: a body that survived may have blocked the video.
    assert.equal((await server.request({ url: `/api/v1/videos/${video.uuid}`, as: root })).statusCode, 200)
  })
})
