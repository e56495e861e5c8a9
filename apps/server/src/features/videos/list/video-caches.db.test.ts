import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { answerOnce } from '#foundation/answers/answer-once.ts'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { addUser } from '../testing/add-user.ts'
import { makeTestVideo } from '../testing/make-test-video.ts'
import { listVideos } from './list-videos.ts'

const features = featuresUpTo('videos')
const query = { start: 0, count: 15, sort: '-publishedAt' }

describe('remembered lists', () => {
  let server: TestServer
  let ctx: Context

  before(async () => {
    server = await startTestServer({ features })
    // Test mode has no caches.
    ctx = { ...server.ctx, testMode: false }
    for (let i = 0; i < 20; i++) await makeTestVideo(server.ctx)
  })
  after(() => server.close())

  const list = (change: Partial<typeof query> = {}) =>
    listVideos(ctx, undefined, { ...query, ...change }, { followedOnly: true })

  async function eventually(check: () => Promise<boolean>): Promise<boolean> {
    for (let tries = 0; tries < 40; tries++) {
      if (await check()) return true
      await sleep(50)
    }
    return false
  }

  test('pages of one order fit together and have its length as total', async () => {
    const all = await list({ count: 100 })
    const pages = [await list({ count: 8 }), await list({ start: 8, count: 8 }), await list({ start: 16, count: 8 })]
    assert.deepEqual(
      pages.flatMap((page) => page.data.map((video) => video.id)),
      all.data.map((video) => video.id),
    )
    assert.deepEqual([all.total, pages[2]!.total], [20, 20])
  })

  test('changes that nobody announced are heard from the database', async () => {
    await list()
    const video = await makeTestVideo(server.ctx)
    assert.ok(await eventually(async () => (await list()).total === 21), 'a new video')
    await server.ctx.db.updateTable('video').set({ privacy: 3 }).where('id', '=', video.id).execute()
    assert.ok(await eventually(async () => (await list()).total === 20), 'a hidden one')
  })

  test('a list longer than what is remembered of it is counted, without what the viewer mutes', async () => {
    await addUser(server.ctx, 'muter')
    const { rows } =
      await sql<Viewer>`SELECT u."id" AS "userId", a."id" AS "accountId", 2 AS "role", 'display' AS "nsfwPolicy"
      FROM "user" u JOIN "account" a ON a."userId" = u."id" WHERE u."username" = 'muter'`.execute(server.ctx.db)
    const muter = rows[0]!
    for (let i = 0; i < 10; i++) await makeTestVideo(server.ctx, { owner: 'muter' })
    const ask = (viewer: Viewer | undefined, count: number) =>
      listVideos(ctx, viewer, { ...query, count }, { followedOnly: true })
    assert.ok(await eventually(async () => (await ask(muter, 5)).total === 30), 'longer')
    assert.equal((await ask(muter, 100)).total, 30, 'shorter')
    await sql`INSERT INTO "accountBlocklist" ("accountId", "targetAccountId", "createdAt", "updatedAt")
      SELECT ${muter.accountId}, a."id", now(), now() FROM "account" a JOIN "user" u ON u."id" = a."userId"
      WHERE u."username" = 'root'`.execute(server.ctx.db)
    assert.ok(await eventually(async () => (await ask(muter, 5)).total === 10), 'muted')
    // Theirs was remembered before, and hears of the new videos from the database.
    assert.ok(await eventually(async () => (await ask(undefined, 5)).total === 30), 'for others')
    assert.equal((await ask(muter, 100)).data.length, 10)
  })

  test('an answer is serialised once, until something changes', async () => {
    let computed = 0
    const ask = () => answerOnce(ctx, undefined, ['question'], async () => ({ computed: ++computed }))
    assert.equal(JSON.stringify(await ask()), JSON.stringify(await ask()))
    assert.equal(computed, 1)
    await server.ctx.db.updateTable('video').set({ name: 'Another name' }).execute()
    assert.ok(
      await eventually(async () => {
        await ask()
        return computed === 2
      }),
    )
  })
})
