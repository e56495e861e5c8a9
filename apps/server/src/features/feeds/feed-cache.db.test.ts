import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addUser } from '#features/videos/testing/add-user.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { authenticate } from '#features/sessions/public.ts'
import { buildHttp } from '#foundation/http/build-http.ts'
import { feedsFeature } from './feature.ts'

describe('kept feeds of a server that is not in test mode', () => {
  let server: TestServer
  let app: FastifyInstance
  before(async () => {
    server = await startTestServer({ settings: { rates_limit: { feeds: { max: 5000 } } } })
    const ctx = { ...server.ctx, testMode: false }
    app = await buildHttp({ ctx, features: [feedsFeature], authenticate, checkAnswers: true })
    // What took long to build is kept for a while (ChangingCache): modules and plans are there before the tests.
    await ask('/feeds/videos.json?sort=name')
    await ask('/feeds/podcast/videos.xml?videoChannelId=1')
  })
  after(async () => {
    await app.close()
    await server.close()
  })

  const ask = (url = '/feeds/videos.json') => app.inject({ url })
  const titles = async () => (await ask()).json().items.map((item: { title: string }) => item.title)

  async function eventually(reached: () => Promise<boolean>): Promise<boolean> {
    for (let tries = 0; tries < 400; tries++) {
      if (await reached()) return true
      await sleep(50)
    }
    return false
  }

  test('tell for how long they count, refusals are not kept', async () => {
    const answer = await ask()
    const [, seconds] = /^max-age=(\d+)$/.exec(String(answer.headers['cache-control']))!
    assert.ok(Number(seconds) > 890 && Number(seconds) <= 900, seconds)
    const missing = '/feeds/videos.json?videoChannelName=later'
    assert.equal((await ask(missing)).headers['cache-control'], 'no-cache, no-store, must-revalidate')
    await sql`UPDATE "actor" SET "preferredUsername" = 'later' WHERE "videoChannelId" IS NOT NULL`.execute(
      server.ctx.db,
    )
    assert.equal((await ask(missing)).statusCode, 200)
  })

  test('what is written past every event is heard from the database', async () => {
    const { id } = await makeTestVideo(server.ctx, { name: 'New' })
    assert.ok(await eventually(async () => (await titles()).includes('New')))
    await sql`UPDATE "video" SET "name" = 'Renamed' WHERE "id" = ${id}`.execute(server.ctx.db)
    assert.ok(await eventually(async () => (await titles()).includes('Renamed')))
    await sql`UPDATE "video" SET "privacy" = 3 WHERE "id" = ${id}`.execute(server.ctx.db)
    assert.ok(await eventually(async () => (await titles()).length === 0))
  })

  test('counters alone build nothing anew', async () => {
    await makeTestVideo(server.ctx, { name: 'Counted' })
    assert.ok(await eventually(async () => (await titles()).includes('Counted')))
    await sleep(100)
    const before = (await ask('/feeds/videos.rss')).headers['etag']
    await sql`UPDATE "video" SET "views" = "views" + 1`.execute(server.ctx.db)
    await sleep(100)
    assert.equal((await ask('/feeds/videos.rss')).headers['etag'], before)
  })

  test('the feed of subscriptions follows them, although no node is told', async () => {
    const { db } = server.ctx
    const reader = await addUser(server.ctx, 'reader')
    const publisher = await addUser(server.ctx, 'publisher')
    await makeTestVideo(server.ctx, { name: 'Subscribed', channelId: publisher.channelId })
    const { rows } = await sql<{ token: string; actorId: number; targetActorId: number }>`
      SELECT u."feedToken" AS "token", a."id" AS "actorId", t."id" AS "targetActorId"
        FROM "user" u, "actor" a, "actor" t WHERE u."id" = ${reader.userId} AND a."accountId" = ${reader.accountId}
         AND t."videoChannelId" = ${publisher.channelId}`.execute(db)
    const { token, actorId, targetActorId } = rows[0]!
    const url = `/feeds/subscriptions.json?accountId=${reader.accountId}&token=${token}`
    const count = async () => (await ask(url)).json().items.length
    assert.equal(await count(), 0)
    await sql`INSERT INTO "actorFollow" ("state", "actorId", "targetActorId", "createdAt", "updatedAt")
      VALUES ('accepted', ${actorId}, ${targetActorId}, now(), now())`.execute(db)
    assert.equal(await count(), 1)
    await sql`DELETE FROM "actorFollow" WHERE "actorId" = ${actorId}`.execute(db)
    assert.equal(await count(), 0)
  })

  test('a podcast follows its playlist', async () => {
    const video = await makeTestVideo(server.ctx, { name: 'Element' })
    const { rows } = await sql<{ id: number }>`
      INSERT INTO "videoPlaylist" ("uuid", "url", "name", "privacy", "ownerAccountId", "videoChannelId", "createdAt", "updatedAt")
      SELECT gen_random_uuid(), 'https://p.example/1', 'Season', 1, c."accountId", c."id", now(), now()
        FROM "video" v JOIN "videoChannel" c ON c."id" = v."channelId" WHERE v."id" = ${video.id} RETURNING "id"`.execute(
      server.ctx.db,
    )
    const playlistId = rows[0]!.id
    const body = async () => (await ask(`/feeds/podcast/videos.xml?playlistId=${playlistId}`)).body
    assert.doesNotMatch(await body(), /Element/)
    await sql`INSERT INTO "videoPlaylistElement" ("position", "videoPlaylistId", "videoId", "createdAt", "updatedAt")
      VALUES (1, ${playlistId}, ${video.id}, now(), now())`.execute(server.ctx.db)
    assert.ok(await eventually(async () => /Element/.test(await body())))
    await sql`UPDATE "videoPlaylist" SET "name" = 'Renamed' WHERE "id" = ${playlistId}`.execute(server.ctx.db)
    assert.ok(await eventually(async () => /<title>Renamed</.test(await body())))
  })
})
