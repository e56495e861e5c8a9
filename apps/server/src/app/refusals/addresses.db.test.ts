import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { OperationDefinition } from '@sepiola/contract/operation.ts'
import { features } from '../features.ts'
import { startTestServer, type TestServer } from '../test-server.ts'
import { unlimitedRates } from '../visibility/testing/unlimited-rates.ts'

const operations = features.flatMap(({ operations = [] }) => operations.map(({ operation }) => operation))

const valid: Record<string, string> = {
  ...{ channelHandle: 'root_channel', accountName: 'root', name: 'root', handle: 'root' },
  ...{ captionLanguage: 'en', metric: 'viewers', format: 'json', resolution: '480', extension: 'mp4' },
}
const unknownUuid = '00000000-0000-4000-8000-00000000000a'

/** Parameters of the path that not every text can be, with what they are when nothing has that number or name. */
function identifiersOf({ path, params }: OperationDefinition): Map<string, string> {
  const accepts = (name: string, value: string) => {
    const { error } = params!().safeParse({ [name]: value })
    return !error?.issues.some((issue) => issue.path[0] === name)
  }
  const found = new Map<string, string>()
  for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
    if (!params || accepts(name!, 'no-id')) continue
    const unknown = ['2147483647', unknownUuid].find((value) => accepts(name!, value))
    if (unknown) found.set(name!, unknown)
  }
  return found
}

const addressOf = (path: string, values: Record<string, string>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'unknown')

/** What else some operations must be asked. */
const queries: Record<string, string> = {
  '/download/videos/generate/{videoIdOrUUID}': '?videoFileIds=1',
  '/api/v1/videos/{id}/embed-privacy/allowed': '?domain=a.example',
  '/api/v1/videos/{id}/source/replace-resumable': '?upload_id=a',
  '/api/v1/users/{userId}/imports/import-resumable': '?upload_id=a',
}

const wrong = ['no-id', '1.5', '99999999999', `${unknownUuid}0`]
const wrongKeys = [...wrong, '0', '-1']
/** Any integer may be asked for. */
const takesIntegers = /\/subscriptions\/\{id\}$/

/** What is answered where it is not 404: nothing is there to be forgotten; the upload is nobody's first of all. */
const others: Record<string, number> = {
  '/api/v1/users/me/history/videos/{videoIdOrUUID}': 204,
  '/api/v1/videos/{id}/source/replace-resumable': 403,
}

describe('numbers and UUIDs in addresses', () => {
  let server: TestServer
  let as: string

  before(async () => {
    server = await startTestServer({
      settings: {
        rates_limit: unlimitedRates,
        video_file: { update: { enabled: true } },
        import: { videos: { http: { enabled: true } }, video_channel_synchronization: { enabled: true } },
      },
    })
    as = await server.login()
  })
  after(() => server.close())

  for (const operation of operations) {
    const { method, path } = operation
    const identifiers = identifiersOf(operation)
    if (identifiers.size === 0 || method === 'ALL') continue
    test(`${method} ${path}`, async () => {
      const values = { ...valid, ...Object.fromEntries(identifiers) }
      for (const name of identifiers.keys()) {
        for (const given of takesIntegers.test(path) ? wrong : wrongKeys) {
          const url = addressOf(path, { ...values, [name]: given })
          const answer = await server.request({ method, url, as })
          assert.equal(answer.statusCode, 400, `${url}: ${answer.body}`)
          assert.ok(name in answer.json()['invalid-params'], `${url}: ${answer.body}`)
        }
      }
      if (method !== 'GET' && method !== 'DELETE') return
      const answer = await server.request({ method, url: addressOf(path, values) + (queries[path] ?? ''), as })
      assert.equal(answer.statusCode, others[path] ?? 404, answer.body)
    })
  }
})
