import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { seedVideos } from '#features/videos/testing/seed-videos.sql.ts'
import { buildHttp } from '#foundation/http/build-http.ts'
import { authenticate } from '#features/sessions/public.ts'
import { seedComments } from '../testing/seed-comments.sql.ts'

const features = featuresUpTo('comments')

describe('kept threads', () => {
  let server: TestServer
  let app: Awaited<ReturnType<typeof buildHttp>>
  const uuid = '00000000-0000-4000-8000-000000000001'

  before(async () => {
    const api = { window: '10 seconds', max: 1_000_000 }
    server = await startTestServer({ features, settings: { rates_limit: { api } } })
    await seedVideos(server.ctx.db, { videos: 3, originUrl: server.ctx.origin.url })
    await seedComments(server.ctx.db, { originUrl: server.ctx.origin.url })
    // Test mode keeps nothing.
    app = await buildHttp({ ctx: { ...server.ctx, testMode: false }, features, authenticate, checkAnswers: true })
  })
  after(async () => {
    await app.close()
    await server.close()
  })

  const get = async (path: string) => {
    const answer = await app.inject({ url: `/api/v1/videos/${uuid}/comment-threads${path}` })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json()
  }
  const change = () => server.ctx.db.updateTable('videoComment')

  async function eventually(check: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 60; tries++) {
      if (await check()) return
      await sleep(50)
    }
    assert.fail('never seen')
  }

  test('the seed has threads with answers', async () => {
    const { total, totalNotDeletedComments, data } = await get('?count=100')
    assert.deepEqual([total, totalNotDeletedComments, data.length], [300, 500, 100])
    assert.equal(data[0].totalReplies, 2)
    assert.equal((await get(`/${data[0].id}`)).children.length, 2)
  })

  test('a change of a comment that nobody announced is heard', async () => {
    const [first] = (await get('?count=1')).data
    await change().set({ text: 'Changed' }).where('id', '=', first.id).execute()
    await eventually(async () => (await get('?count=1')).data[0].text === 'Changed')
    await eventually(async () => (await get(`/${first.id}`)).comment.text === 'Changed')
  })

  test('a mute of the instance is heard, and the privacy of the video', async () => {
    const [first] = (await get('?count=1')).data
    const instance = await server.ctx.db
      .selectFrom('account')
      .select('id')
      .where('applicationId', 'is not', null)
      .executeTakeFirstOrThrow()
    const now = new Date()
    await server.ctx.db
      .insertInto('accountBlocklist')
      .values({ accountId: instance.id, targetAccountId: first.account.id, createdAt: now, updatedAt: now })
      .execute()
    await eventually(async () => (await get('?count=1')).data[0].id !== first.id)
    await server.ctx.db.updateTable('video').set({ privacy: 3 }).where('uuid', '=', uuid).execute()
    await eventually(async () => {
      const { statusCode } = await app.inject({ url: `/api/v1/videos/${uuid}/comment-threads?count=1` })
      return statusCode === 401
    })
  })
})
