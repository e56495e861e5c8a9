import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addPeople } from '#features/videos/testing/add-people.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { ratingChanged } from './ratings.events.ts'

const listener = {
  name: 'listener',
  subscriptions: [subscribe(ratingChanged, 'listener/on-rating-changed', async () => {})],
}
const features = [...featuresUpTo('ratings'), listener]

describe('ratings', () => {
  let server: TestServer
  const tokens: Record<string, string> = {}

  before(async () => {
    server = await startTestServer({ features })
    Object.assign(tokens, await addPeople(server, { owner: 2, other: 2, moderator: 1 }))
  })
  after(() => server.close())

  const rate = (ref: number | string, rating: unknown, as?: string, headers: Record<string, string> = {}) =>
    server.request({
      method: 'PUT',
      url: `/api/v1/videos/${ref}/rate`,
      payload: { rating },
      headers,
      ...(as ? { as: tokens[as]! } : {}),
    })
  const counters = async (videoId: number) => {
    const { likes, dislikes } = await server.ctx.db
      .selectFrom('video')
      .select(['likes', 'dislikes'])
      .where('id', '=', videoId)
      .executeTakeFirstOrThrow()
    return [likes, dislikes]
  }
  const events = async () => {
    const { rows } = await sql<{ payload: Record<string, unknown> }>`
      SELECT payload FROM sepiola.job WHERE type = 'listener/on-rating-changed' ORDER BY id`.execute(server.ctx.db)
    return rows.map((row) => row.payload)
  }

  test('a vote is counted once, changed and taken back', async () => {
    const video = await makeTestVideo(server.ctx)
    assert.equal((await rate(video.id, 'like', 'owner')).statusCode, 204)
    assert.equal((await rate(video.uuid, 'like', 'owner')).statusCode, 204)
    assert.deepEqual(await counters(video.id), [1, 0])
    await rate(video.id, 'dislike', 'other')
    assert.deepEqual(await counters(video.id), [1, 1])
    await rate(video.id, 'dislike', 'owner')
    assert.deepEqual(await counters(video.id), [0, 2])

    const mine = await server.request({ url: `/api/v1/users/me/videos/${video.uuid}/rating`, as: tokens.owner! })
    assert.deepEqual(mine.json(), { videoId: video.id, rating: 'dislike' })
    assert.equal((await rate(video.id, 'none', 'owner')).statusCode, 204)
    assert.equal((await rate(video.id, 'none', 'owner')).statusCode, 204)
    assert.deepEqual(await counters(video.id), [0, 1])
    const none = await server.request({ url: `/api/v1/users/me/videos/${video.id}/rating`, as: tokens.owner! })
    assert.equal(none.json().rating, 'none')

    const told = (await events()).filter((event) => event.videoId === video.id)
    assert.deepEqual(
      told.map((event) => [event.previous, event.rating]),
      [
        ['none', 'like'],
        ['none', 'dislike'],
        ['like', 'dislike'],
        ['dislike', 'none'],
      ],
    )
    assert.match(String(told[2]!.previousUrl), new RegExp(`/accounts/owner/likes/${video.id}$`))
    assert.match(String(told[2]!.url), new RegExp(`/accounts/owner/dislikes/${video.id}$`))
  })

  test('votes at the same moment are all counted, each account once', async () => {
    const video = await makeTestVideo(server.ctx)
    await Promise.all(
      ['owner', 'other', 'moderator'].flatMap((name) =>
        ['like', 'dislike', 'like', 'like'].map((rating) => rate(video.id, rating, name)),
      ),
    )
    const [likes, dislikes] = await counters(video.id)
    assert.equal(likes! + dislikes!, 3)
    const { rows } = await sql<{ type: string }>`
      SELECT "type" FROM "accountVideoRate" WHERE "videoId" = ${video.id}`.execute(server.ctx.db)
    assert.deepEqual(
      [likes, dislikes],
      [rows.filter((row) => row.type === 'like').length, rows.filter((row) => row.type === 'dislike').length],
    )
  })

  test('who cannot watch cannot vote', async () => {
    const hidden = await makeTestVideo(server.ctx, { owner: 'owner', privacy: 3 })
    assert.equal((await rate(hidden.uuid, 'like', 'other')).statusCode, 403)
    assert.equal((await rate(hidden.uuid, 'like', 'owner')).statusCode, 204)
    const unlisted = await makeTestVideo(server.ctx, { owner: 'owner', privacy: 2 })
    assert.equal((await rate(unlisted.id, 'like', 'other')).statusCode, 403)
    assert.equal((await rate(unlisted.uuid, 'like', 'other')).statusCode, 204)
    const locked = await makeTestVideo(server.ctx, { owner: 'owner', privacy: 5, videoPasswords: ['sesame'] })
    const password = (value: string) => ({ 'x-peertube-video-password': value })
    assert.equal((await rate(locked.uuid, 'like', 'other')).json().code, 'video_requires_password')
    assert.equal((await rate(locked.uuid, 'like', 'other', password('no'))).json().code, 'incorrect_video_password')
    assert.deepEqual(await counters(locked.id), [0, 0])
    assert.equal((await rate(locked.uuid, 'like', 'other', password('sesame'))).statusCode, 204)
    assert.deepEqual(await counters(locked.id), [1, 0])
  })

  test('bad requests', async () => {
    const video = await makeTestVideo(server.ctx)
    assert.equal((await rate(video.id, 'like')).statusCode, 401)
    const bad = await rate(video.id, 'love', 'owner')
    assert.deepEqual([bad.statusCode, Object.keys(bad.json()['invalid-params'])], [400, ['rating']])
    assert.equal((await rate('nonsense', 'like', 'owner')).statusCode, 400)
    assert.equal((await rate(99999999, 'like', 'owner')).statusCode, 404)
    const rating = (ref: string, as?: string) =>
      server.request({ url: `/api/v1/users/me/videos/${ref}/rating`, ...(as ? { as } : {}) })
    assert.equal((await rating('99999999', tokens.owner)).statusCode, 404)
    assert.equal((await rating('nonsense', tokens.owner)).statusCode, 400)
    assert.equal((await rating(video.uuid)).statusCode, 401)
  })

  describe('votes of an account', () => {
    const ratings = (query: string, as: string, account = 'other') =>
      server.request({ url: `/api/v1/accounts/${account}/ratings?${query}`, ...(as ? { as: tokens[as]! } : {}) })

    test('newest first, filtered, paged', async () => {
      Object.assign(tokens, await addPeople(server, { voter: 2 }))
      const videos = [await makeTestVideo(server.ctx), await makeTestVideo(server.ctx), await makeTestVideo(server.ctx)]
      for (const [index, video] of videos.entries()) await rate(video.id, index === 1 ? 'dislike' : 'like', 'voter')
      const ids = async (query: string) =>
        (await ratings(query, 'voter', 'voter')).json().data.map((item: any) => [item.video.id, item.rating])
      const [a, b, c] = videos.map((video) => video.id)
      assert.deepEqual(await ids(''), [
        [c, 'like'],
        [b, 'dislike'],
        [a, 'like'],
      ])
      assert.deepEqual(await ids('sort=createdAt&rating=like'), [
        [a, 'like'],
        [c, 'like'],
      ])
      const page = (await ratings('start=1&count=1', 'voter', 'voter')).json()
      assert.deepEqual([page.total, page.data.map((item: any) => item.video.id)], [3, [b]])
    })

    test('only for oneself and those who manage users', async () => {
      assert.equal((await ratings('', '')).statusCode, 401)
      assert.equal((await ratings('', 'owner')).statusCode, 403)
      assert.equal((await ratings('', 'moderator')).statusCode, 200)
      assert.equal((await ratings('', 'other', 'nobody')).statusCode, 404)
      assert.equal((await ratings('start=x', 'other', 'nobody')).statusCode, 404)
      assert.equal((await ratings('start=x', 'owner')).statusCode, 403)
      assert.equal((await ratings('rating=none', 'other')).statusCode, 400)
      assert.equal((await ratings('sort=rating', 'other')).statusCode, 400)
      assert.equal((await ratings('start=-1', 'other')).statusCode, 400)
    })

    test('shows no video that its page would refuse, by privacy, block and role', async () => {
      Object.assign(tokens, await addPeople(server, { fan: 2 }))
      const cases: { id: number; uuid: string; name: string }[] = []
      for (const privacy of [1, 2, 3, 4, 5]) {
        for (const blocked of [false, true]) {
          const { id, uuid } = await makeTestVideo(server.ctx, { owner: 'owner' })
          await rate(id, 'like', 'fan')
          await rate(id, 'like', 'owner')
          if (blocked) {
            await sql`INSERT INTO "videoBlacklist" ("unfederated", "type", "videoId", "createdAt", "updatedAt")
              VALUES (false, 1, ${id}, now(), now())`.execute(server.ctx.db)
          }
          await server.ctx.db.updateTable('video').set({ privacy }).where('id', '=', id).execute()
          cases.push({ id, uuid, name: `privacy ${privacy}${blocked ? ', blocked' : ''}` })
        }
      }
      for (const [viewer, account] of [
        ['fan', 'fan'],
        ['owner', 'owner'],
        ['moderator', 'fan'],
      ] as const) {
        const listed = new Set(
          (await ratings('count=100', viewer, account)).json().data.map((item: any) => item.video.id),
        )
        for (const { id, uuid, name } of cases) {
          const page = await server.request({ url: `/api/v1/videos/${uuid}`, as: tokens[viewer]! })
          assert.equal(listed.has(id), page.statusCode === 200, `${viewer}: ${name}`)
        }
      }
    })
  })
})
