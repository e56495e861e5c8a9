import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
import { removeOldRecords } from '#features/views/view-schedules.ts'

const features = featuresUpTo('views')

describe('history', () => {
  let server: TestServer
  let user: string
  let userId: number

  before(async () => {
    server = await startTestServer({ features, settings: { history: { videos: { max_age: '30 days' } } } })
    await addUser(server.ctx, 'owner')
    userId = (await addUser(server.ctx, 'watcher')).userId
    user = await server.login('watcher', userPassword)
  })
  after(() => server.close())

  const watch = (video: TestVideo, currentTime: number) =>
    server.request({
      method: 'PUT',
      url: `/api/v1/videos/${video.id}/watching`,
      payload: { currentTime },
      as: user,
    })
  const history = async (query = '') => {
    const answer = await server.request({ url: `/api/v1/users/me/history/videos?${query}`, as: user })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json<{ total: number; data: { id: number; userHistory: { currentTime: number } }[] }>()
  }
  const ids = async (query = '') => (await history(query)).data.map((video) => video.id)
  const forgetAll = (payload?: object) =>
    server.request({
      method: 'POST',
      url: '/api/v1/users/me/history/videos/remove',
      as: user,
      ...(payload && { payload }),
    })

  test('last watched first, with the moment, in pages', async () => {
    const [a, b, c] = [
      await makeTestVideo(server.ctx, { name: 'Éclair recipe', nsfw: true }),
      await makeTestVideo(server.ctx, { name: 'Guitar' }),
      await makeTestVideo(server.ctx, { name: 'Ocean' }),
    ]
    for (const video of [a, b, c]) await watch(video, 5)
    await watch(a, 20)
    assert.deepEqual(await ids(), [a.id, c.id, b.id])
    const page = await history('start=1&count=1')
    assert.deepEqual([page.total, page.data[0]!.id], [3, c.id])
    assert.deepEqual(
      (await history()).data.map((video) => video.userHistory.currentTime),
      [20, 5, 5],
    )
    assert.deepEqual(await ids('search=eclair'), [a.id])
    assert.deepEqual(await ids('search=nothing'), [])
  })

  test('one is forgotten, then those before a moment, then all', async () => {
    await forgetAll()
    const videos = [await makeTestVideo(server.ctx), await makeTestVideo(server.ctx), await makeTestVideo(server.ctx)]
    for (const video of videos) await watch(video, 5)
    const [a, b, c] = videos
    const forget = (ref: number | string, as = user) =>
      server.request({ method: 'DELETE', url: `/api/v1/users/me/history/videos/${ref}`, ...(as ? { as } : {}) })
    assert.equal((await forget(b!.id)).statusCode, 204)
    assert.equal((await forget(b!.id)).statusCode, 204)
    assert.equal((await forget(b!.uuid)).statusCode, 400)
    assert.equal((await forget(b!.id, '')).statusCode, 401)
    assert.deepEqual(await ids(), [c!.id, a!.id])

    await server.ctx.db
      .updateTable('userVideoHistory')
      .set({ updatedAt: new Date('2024-01-01T00:00:00Z') })
      .where('videoId', '=', a!.id)
      .execute()
    assert.equal((await forgetAll({ beforeDate: '2024-01-02T00:00:00.000Z' })).statusCode, 204)
    assert.deepEqual(await ids(), [c!.id])
    assert.equal((await forgetAll({ beforeDate: 'yesterday' })).statusCode, 400)
    assert.deepEqual(await ids(), [c!.id])
    assert.equal((await forgetAll()).statusCode, 204)
    assert.deepEqual(await ids(), [])
  })

  test('only what lists may show, by privacy, state and block', async () => {
    await forgetAll()
    const expected: number[] = []
    for (const privacy of [1, 2, 3, 4, 5]) {
      for (const state of [1, 2, 7]) {
        const video = await makeTestVideo(server.ctx, { owner: 'owner', waitTranscoding: true })
        await watch(video, 1)
        await server.ctx.db.updateTable('video').set({ privacy, state }).where('id', '=', video.id).execute()
        if ((privacy === 1 || privacy === 4) && state === 1) expected.unshift(video.id)
      }
    }
    const blocked = await makeTestVideo(server.ctx, { owner: 'owner' })
    await watch(blocked, 1)
    await sql`INSERT INTO "videoBlacklist" ("unfederated", "type", "videoId", "createdAt", "updatedAt")
      VALUES (false, 1, ${blocked.id}, now(), now())`.execute(server.ctx.db)
    assert.deepEqual(await ids('count=100'), expected)
  })

  test('nothing is recorded for who switched it off', async () => {
    await forgetAll()
    const video = await makeTestVideo(server.ctx)
    const set = (videosHistoryEnabled: boolean) =>
      server.request({ method: 'PUT', url: '/api/v1/users/me', payload: { videosHistoryEnabled }, as: user })
    assert.equal((await set(false)).statusCode, 204)
    await watch(video, 9)
    assert.deepEqual(await ids(), [])
    await set(true)
    await watch(video, 9)
    assert.deepEqual(await ids(), [video.id])
  })

  test('old entries go when the settings say so', async () => {
    await forgetAll()
    const [old, recent] = [await makeTestVideo(server.ctx), await makeTestVideo(server.ctx)]
    await watch(old, 5)
    await watch(recent, 5)
    await sql`UPDATE "userVideoHistory" SET "updatedAt" = now() - interval '31 days'
      WHERE "userId" = ${userId} AND "videoId" = ${old.id}`.execute(server.ctx.db)
    await removeOldRecords(server.ctx)
    assert.deepEqual(await ids(), [recent.id])
  })

  test('strangers and bad pages are refused', async () => {
    assert.equal((await server.request({ url: '/api/v1/users/me/history/videos' })).statusCode, 401)
    for (const query of ['start=-1', 'count=101', 'count=x']) {
      const answer = await server.request({ url: `/api/v1/users/me/history/videos?${query}`, as: user })
      assert.equal(answer.statusCode, 400, query)
    }
    assert.equal(
      (await server.request({ method: 'POST', url: '/api/v1/users/me/history/videos/remove' })).statusCode,
      401,
    )
  })
})
