import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import type { Db } from '#foundation/db/database.ts'
import { seedRemoteVideos } from '../testing/seed-remote-videos.sql.ts'

const features = featuresUpTo('videos')

/** Spec 03 §1.1 by its words. */
async function expectedOf(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    WITH followed AS (
      SELECT f."targetActorId" AS id FROM "actorFollow" f JOIN "actor" me ON me."id" = f."actorId"
      JOIN "account" a ON a."id" = me."accountId" WHERE a."applicationId" IS NOT NULL AND f."state" = 'accepted'
    )
    SELECT v."id" FROM "video" v JOIN "videoChannel" c ON c."id" = v."channelId"
    JOIN "actor" ofChannel ON ofChannel."videoChannelId" = c."id" JOIN "actor" ofAccount ON ofAccount."accountId" = c."accountId"
    WHERE v."remote" AND (ofChannel."id" IN (SELECT id FROM followed) OR ofAccount."id" IN (SELECT id FROM followed)
      OR v."id" IN (SELECT s."videoId" FROM "videoShare" s WHERE s."actorId" IN (SELECT id FROM followed)))
    ORDER BY 1`.execute(db)
  return rows.map((row) => row.id)
}

async function keptOf(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT "videoId" AS "id" FROM sepiola."followedVideo" ORDER BY 1`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

describe('remote videos that the instance follows', () => {
  let server: TestServer
  let db: Db
  let all: number

  before(async () => {
    server = await startTestServer({ features })
    db = server.ctx.db
    await seedRemoteVideos(db, { videos: 400, part: 150 })
    all = (await keptOf(db)).length
  })
  after(() => server.close())
  beforeEach(async () => assert.deepEqual(await keptOf(db), await expectedOf(db)))

  const listed = async () => {
    const answer = await server.request({ url: '/api/v1/videos?count=1' })
    return answer.json<{ total: number }>().total
  }

  test('those of followed channels and those that a followed server shared are listed', async () => {
    assert.equal(all, 400)
    assert.equal(await listed(), 400)
  })

  const steps: [string, (db: Db) => Promise<unknown>, (kept: number) => boolean][] = [
    [
      'a follow that is not accepted any more',
      (tx) =>
        sql`UPDATE "actorFollow" SET "state" = 'rejected' WHERE "targetActorId" IN
        (SELECT "id" FROM "actor" WHERE "type" = 'Group' AND "serverId" IS NOT NULL ORDER BY "id" LIMIT 1)`.execute(tx),
      (kept) => kept < 400 && kept > 0,
    ],
    [
      'a share that is taken back',
      (tx) => sql`DELETE FROM "videoShare" WHERE "id" IN (SELECT min("id") FROM "videoShare")`.execute(tx),
      (kept) => kept > 0,
    ],
    [
      'servers that are not followed any more',
      (tx) => sql`DELETE FROM "actorFollow"`.execute(tx),
      (kept) => kept === 0,
    ],
    ['who subscribes for oneself', (tx) => subscribe(tx), (kept) => kept === 0],
    [
      'a followed account',
      (tx) =>
        sql`INSERT INTO "actorFollow" ("state", "actorId", "targetActorId", "createdAt", "updatedAt")
        SELECT 'accepted', me."id", t."id", now(), now() FROM "actor" me JOIN "account" a ON a."id" = me."accountId"
          AND a."applicationId" IS NOT NULL, "actor" t WHERE t."type" = 'Person' AND t."serverId" IS NOT NULL`.execute(
          tx,
        ),
      (kept) => kept === 400,
    ],
    [
      'a video that turns out to be of this server',
      (tx) => sql`UPDATE "video" SET "remote" = false WHERE "id" = (SELECT min("id") FROM "video")`.execute(tx),
      (kept) => kept === 399,
    ],
    [
      'a channel that changes hands',
      (tx) =>
        sql`WITH followed AS (DELETE FROM "actorFollow" WHERE "targetActorId" =
          (SELECT min("targetActorId") FROM "actorFollow") RETURNING "targetActorId")
        UPDATE "videoChannel" SET "accountId" = (SELECT a."accountId" FROM "actor" a JOIN followed f ON f."targetActorId" = a."id")
        WHERE "id" = (SELECT max(v."channelId") FROM "video" v)`.execute(tx),
      (kept) => kept < 399,
    ],
    ['videos that are deleted', (tx) => sql`DELETE FROM "video"`.execute(tx), (kept) => kept === 0],
  ]
  for (const [name, change, isRight] of steps) {
    test(name, async () => {
      await change(db)
      const kept = await keptOf(db)
      assert.deepEqual(kept, await expectedOf(db))
      assert.ok(isRight(kept.length), `${kept.length} videos`)
    })
  }
})

async function subscribe(db: Db): Promise<void> {
  await sql`INSERT INTO "actorFollow" ("state", "actorId", "targetActorId", "createdAt", "updatedAt")
    SELECT 'accepted', me."id", t."id", now(), now() FROM "actor" me JOIN "account" a ON a."id" = me."accountId"
      AND a."userId" IS NOT NULL, "actor" t WHERE t."type" = 'Group' AND t."serverId" IS NOT NULL`.execute(db)
}
