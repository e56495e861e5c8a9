import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addPerson } from '#features/videos/testing/add-people.ts'
import { seedRemoteVideos, vacuum } from '#features/videos/testing/seed-remote-videos.sql.ts'
import { seedSubscriptions } from '#features/videos/testing/seed-subscriptions.sql.ts'

const features = featuresUpTo('subscriptions')

describe('videos of many subscriptions', () => {
  let server: TestServer
  let expected: number[]
  let token: string

  before(async () => {
    server = await startTestServer({ features })
    const { db } = server.ctx
    await seedRemoteVideos(db, { videos: 3000 })
    token = (await addPerson(server, 'reader', 2)).as
    await seedSubscriptions(db, { username: 'reader', channels: 40 })
    // One of them publishes more than the others together.
    await sql`UPDATE "video" SET "channelId" = (SELECT min(t."videoChannelId") FROM "actorFollow" f
      JOIN "actor" t ON t."id" = f."targetActorId") WHERE "id" % 2 = 0`.execute(db)
    await vacuum(db)
    const { rows } = await sql<{ id: number }>`SELECT v."id" FROM "video" v WHERE NOT v."nsfw" AND v."channelId" IN
      (SELECT t."videoChannelId" FROM "actorFollow" f JOIN "actor" t ON t."id" = f."targetActorId")
      ORDER BY v."publishedAt" DESC, v."id"`.execute(db)
    expected = rows.map(({ id }) => id)
  })
  after(() => server.close())

  for (const start of [0, 15, 60, 95, 480]) {
    test(`the newest come first, whoever publishes much: from ${start} on`, async () => {
      const url = `/api/v1/users/me/subscriptions/videos?start=${start}&count=15&nsfw=false`
      const answer = await server.request({ url, as: token })
      assert.equal(answer.statusCode, 200, answer.body)
      const { total, data } = answer.json<{ total: number; data: { id: number }[] }>()
      assert.equal(total, expected.length)
      assert.deepEqual(
        data.map(({ id }) => id),
        expected.slice(start, start + 15),
      )
    })
  }
})
