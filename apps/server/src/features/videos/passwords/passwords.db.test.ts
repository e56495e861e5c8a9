import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import type { VideoPassword } from '@sepiola/contract/schemas/video-extras.ts'
import { addPeople } from '../testing/add-people.ts'
import { makeTestVideo, type TestVideo } from '../testing/make-test-video.ts'

describe('passwords of a video', () => {
  let server: TestServer
  let tokens: Record<'owner' | 'other' | 'mod' | 'root', string>
  let video: TestVideo
  let open: TestVideo

  before(async () => {
    server = await startTestServer()
    tokens = { ...(await addPeople(server, { owner: 2, other: 2, mod: 1 })), root: await server.login() }
    video = await makeTestVideo(server.ctx, { owner: 'owner', privacy: 5, videoPasswords: ['one', 'two'] })
    open = await makeTestVideo(server.ctx, { owner: 'owner' })
  })
  after(() => server.close())

  const call = (
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    path = '',
    as: string | undefined = tokens.owner,
    payload?: object,
  ) =>
    server.request({
      method,
      url: `/api/v1/videos/${path.startsWith('/') || path === '' || path.startsWith('?') ? video.uuid + '/passwords' + path : path}`,
      ...(payload ? { payload } : {}),
      ...(as === '' ? {} : { as }),
    })
  const list = async (query = '') => (await call('GET', query)).json<{ total: number; data: VideoPassword[] }>()
  const words = async () => (await list('?sort=createdAt')).data.map(({ password }) => password)
  const opens = async (password: string) =>
    (await server.request({ url: `/api/v1/videos/${video.uuid}`, headers: { 'x-peertube-video-password': password } }))
      .statusCode === 200

  test('listed in plain text, newest first, page by page', async () => {
    const { total, data } = await list()
    assert.equal(total, 2)
    assert.equal(data[0]!.videoId, video.id)
    assert.deepEqual(await words(), ['one', 'two'])
    assert.equal((await list('?start=1&count=1')).data.length, 1)
    assert.equal((await call('GET', '?sort=password')).statusCode, 400)
    assert.equal((await call('GET', '?count=101')).statusCode, 400)
  })

  test('replaced, added and removed; each opens the video at once', async () => {
    assert.equal((await call('PUT', '', tokens.owner, { passwords: ['three', 'four'] })).statusCode, 204)
    assert.equal((await call('POST', '', tokens.owner, { password: 'five' })).statusCode, 204)
    assert.equal((await call('POST', '', tokens.owner, { password: 'five' })).statusCode, 204, 'twice is once')
    assert.deepEqual(await words(), ['three', 'four', 'five'])
    assert.equal(await opens('one'), false)
    assert.equal(await opens('five'), true)
    const five = (await list()).data.find(({ password }) => password === 'five')!
    assert.equal((await call('DELETE', `/${five.id}`)).statusCode, 204)
    assert.equal(await opens('five'), false)
    assert.equal((await call('DELETE', `/${five.id}`)).statusCode, 404)
    const activities = await server.ctx.db
      .selectFrom('videoChannelActivity')
      .select('id')
      .where('videoId', '=', video.id)
      .where('action', '=', 6)
      .execute()
    assert.equal(activities.length, 4)
  })

  test('the last one stays, whatever happens at once', async () => {
    await call('PUT', '', tokens.owner, { passwords: ['left', 'right'] })
    const { data } = await list()
    const answers = await Promise.all(data.map(({ id }) => call('DELETE', `/${id}`)))
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [204, 400])
    assert.equal((await list()).total, 1)
    assert.equal((await call('PUT', '', tokens.owner, { passwords: [] })).statusCode, 400)
  })

  test('as many as a body holds', async () => {
    const passwords = Array.from({ length: 30_000 }, (_, i) => `p${i}`)
    assert.equal((await call('PUT', '', tokens.owner, { passwords })).statusCode, 204)
    assert.equal((await list()).total, 30_000)
  })

  test('who may', async () => {
    const rows: [string, number, number][] = [
      ['', 401, 401],
      [tokens.other, 403, 403],
      [tokens.mod, 200, 204],
      [tokens.root, 200, 204],
      [tokens.owner, 200, 204],
    ]
    for (const [as, reads, writes] of rows) {
      assert.equal((await call('GET', '', as)).statusCode, reads)
      assert.equal((await call('PUT', '', as, { passwords: ['first', 'second'] })).statusCode, writes)
      assert.equal((await call('POST', '', as, { password: 'third' })).statusCode, writes)
      await call('PUT', '', tokens.owner, { passwords: ['first', 'second'] })
      const [{ id }] = (await list()).data as [VideoPassword]
      assert.equal((await call('DELETE', `/${id}`, as)).statusCode, writes)
    }
  })

  test('what is refused', async () => {
    for (const passwords of [['x'], ['same', 'same'], ['x'.repeat(101)], 'x'.repeat(101), [4], null]) {
      const answer = await call('PUT', '', tokens.owner, { passwords })
      assert.equal(answer.statusCode, 400, JSON.stringify(passwords))
      assert.ok(answer.json()['invalid-params'])
    }
    for (const password of ['x', undefined, 'x'.repeat(101), ['ab']]) {
      assert.equal((await call('POST', '', tokens.owner, { password })).statusCode, 400)
    }
    assert.equal((await call('DELETE', '/zero')).statusCode, 400)
    assert.equal((await call('GET', `${open.uuid}/passwords`)).statusCode, 400)
    assert.equal((await call('DELETE', `${open.uuid}/passwords/1`)).statusCode, 400)
    assert.equal((await call('GET', 'no-id/passwords')).statusCode, 400)
    assert.equal((await call('GET', '5b3b4a0f-7f7f-4c54-9b4e-1fd4b3f0c001/passwords')).statusCode, 404)
  })
})
