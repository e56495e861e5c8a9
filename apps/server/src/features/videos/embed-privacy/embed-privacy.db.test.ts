import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addPeople } from '../testing/add-people.ts'
import { makeTestVideo, type TestVideo } from '../testing/make-test-video.ts'

describe('where a video may be embedded', () => {
  let server: TestServer
  let tokens: Record<'owner' | 'other' | 'mod', string>
  let video: TestVideo

  before(async () => {
    server = await startTestServer()
    tokens = await addPeople(server, { owner: 2, other: 2, mod: 1 })
    video = await makeTestVideo(server.ctx, { owner: 'owner' })
  })
  after(() => server.close())

  const get = (path: string, as?: string) =>
    server.request({ url: `/api/v1/videos/${video.uuid}/embed-privacy${path}`, ...(as ? { as } : {}) })
  const put = (payload: object, as?: string) =>
    server.request({
      method: 'PUT',
      url: `/api/v1/videos/${video.uuid}/embed-privacy`,
      payload,
      ...(as ? { as } : {}),
    })

  test('everywhere at first; limited to domains, which are cleaned', async () => {
    assert.deepEqual((await get('', tokens.owner)).json(), { policy: { id: 1, label: 'All allowed' }, domains: [] })
    assert.deepEqual((await get('/allowed?domain=a.example')).json(), { domainAllowed: true, userBypassAllowed: null })
    const domains = [' B.example ', 'a.example:8080', 'b.example']
    const answer = await put({ policy: 2, domains }, tokens.owner)
    assert.equal(answer.statusCode, 204, answer.body)
    assert.deepEqual((await get('', tokens.owner)).json(), {
      policy: { id: 2, label: 'Allowlist' },
      domains: ['b.example', 'a.example:8080'],
    })
    const details = (await server.request({ url: `/api/v1/videos/${video.uuid}` })).json()
    assert.deepEqual(details.embedPrivacyPolicy, { id: 2, label: 'Allowlist' })
  })

  test('exactly the listed domains and the server itself; managers may everywhere', async () => {
    const own = server.ctx.origin.host
    for (const domain of ['b.example', 'B.example', 'a.example:8080', own]) {
      assert.deepEqual((await get(`/allowed?domain=${domain}`)).json(), {
        domainAllowed: true,
        userBypassAllowed: null,
      })
    }
    for (const domain of ['www.b.example', 'a.example', 'a.example:80', 'c.example']) {
      const bypass = async (as?: string) => (await get(`/allowed?domain=${domain}`, as)).json()
      assert.deepEqual(await bypass(), { domainAllowed: false, userBypassAllowed: false })
      assert.deepEqual(await bypass(tokens.other), { domainAllowed: false, userBypassAllowed: false })
      assert.deepEqual(await bypass(tokens.owner), { domainAllowed: false, userBypassAllowed: true })
      assert.deepEqual(await bypass(tokens.mod), { domainAllowed: false, userBypassAllowed: true })
    }
    assert.equal((await get('/allowed')).statusCode, 400)
    assert.equal((await get('/allowed?domain=https%3A%2F%2Fa.example')).statusCode, 400)
  })

  test('as many as a body holds', async () => {
    const domains = Array.from({ length: 30_000 }, (_, i) => `d${i}.example`)
    assert.equal((await put({ policy: 2, domains }, tokens.owner)).statusCode, 204)
    assert.deepEqual((await get('', tokens.owner)).json().domains, domains)
  })

  test('who may, and what is refused without changing anything', async () => {
    const before = (await get('', tokens.owner)).body
    const rows: [string | undefined, number][] = [
      [undefined, 401],
      [tokens.other, 403],
    ]
    for (const [as, expected] of rows) {
      assert.equal((await get('', as)).statusCode, expected)
      assert.equal((await put({ policy: 1, domains: [] }, as)).statusCode, expected)
    }
    for (const wrong of [
      { policy: 3, domains: [] },
      { policy: 2 },
      { policy: 2, domains: ['https://a.example'] },
      { policy: 2, domains: 'a b' },
      { policy: 2, domains: [null] },
      { domains: [] },
      { policy: 1, domains: ['a.example'] },
    ]) {
      assert.equal((await put(wrong, tokens.owner)).statusCode, 400, JSON.stringify(wrong))
    }
    assert.equal((await get('', tokens.owner)).body, before)
    const unknown = '/api/v1/videos/5b3b4a0f-7f7f-4c54-9b4e-1fd4b3f0c001/embed-privacy'
    assert.equal((await server.request({ url: unknown, as: tokens.owner })).statusCode, 404)
    assert.equal((await server.request({ url: `${unknown}/allowed?domain=a.example` })).statusCode, 404)

    assert.equal((await put({ policy: 1, domains: [] }, tokens.mod)).statusCode, 204)
    const activities = await server.ctx.db
      .selectFrom('videoChannelActivity')
      .select('id')
      .where('action', '=', 15)
      .execute()
    assert.equal(activities.length, 3)
  })
})
