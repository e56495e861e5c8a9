import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { after, before, describe, test } from 'node:test'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { seedVideos } from '#features/videos/testing/seed-videos.sql.ts'

/** The seed's videos are published hour by hour before this. */
const seedTime = Date.parse('2026-01-01T00:00:00Z')

describe('GET /server/stats', () => {
  let server: TestServer
  let asked = 0
  before(async () => {
    server = await startTestServer()
    await seedVideos(server.ctx.db, { videos: 40, channels: 10, originUrl: server.ctx.origin.url })
  })
  after(() => server.close())

  /** A minute later than the last, so that nothing of it is remembered. */
  const stats = async (later = 60_000) => {
    asked += later
    server.ctx.clock = { now: () => new Date(seedTime + asked) }
    const answer = await server.request({ url: '/api/v1/server/stats' })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json()
  }
  const run = (query: ReturnType<typeof sql>) => query.execute(server.ctx.db)

  test('counts users by role and last login', async () => {
    const daysAgo = (days: number) => new Date(seedTime - days * 24 * 3_600_000)
    await run(sql`UPDATE "user" SET "lastLoginDate" = NULL`)
    await run(sql`UPDATE "user" SET "lastLoginDate" = ${daysAgo(0.5)}, role = 1 WHERE username = 'seed_user_1'`)
    await run(sql`UPDATE "user" SET "lastLoginDate" = ${daysAgo(20)} WHERE username = 'seed_user_2'`)
    const found = await stats()
    assert.deepEqual([found.totalUsers, found.totalModerators, found.totalAdmins], [3, 1, 1])
    const { totalDailyActiveUsers, totalWeeklyActiveUsers, totalMonthlyActiveUsers } = found
    assert.deepEqual([totalDailyActiveUsers, totalWeeklyActiveUsers, totalMonthlyActiveUsers], [1, 1, 2])
  })

  test('counts videos, files and channels of this server apart from all', async () => {
    await run(sql`UPDATE "video" SET views = 2, downloads = 3`)
    await run(sql`UPDATE "videoFile" SET size = 5000000000`)
    const all = await stats()
    assert.deepEqual([all.totalLocalVideos, all.totalVideos], [40, 40])
    assert.deepEqual([all.totalLocalVideoViews, all.totalLocalVideoDownloads], [80, 120])
    assert.equal(all.totalLocalVideoFilesSize, 40 * 4 * 5_000_000_000)

    await run(sql`UPDATE "video" SET remote = true WHERE id = (SELECT min(id) FROM "video")`)
    const some = await stats()
    assert.deepEqual([some.totalLocalVideos, some.totalVideos, some.totalLocalVideoViews], [39, 40, 78])
    assert.equal(some.totalLocalVideoFilesSize, 39 * 4 * 5_000_000_000)
    await run(sql`UPDATE "video" SET remote = false`)

    // The world is told of the public ones alone.
    await run(sql`UPDATE "video" SET privacy = 3 WHERE id = (SELECT max(id) FROM "video")`)
    const open = await stats()
    assert.deepEqual([open.totalLocalVideos, open.totalVideos], [39, 40])
    await run(sql`UPDATE "video" SET privacy = 1`)

    const channels = (found: any) => [
      found.totalLocalVideoChannels,
      found.totalLocalDailyActiveVideoChannels,
      found.totalLocalWeeklyActiveVideoChannels,
    ]
    // The root user has a channel without videos.
    assert.deepEqual(channels(await stats()), [11, 10, 10])
    await run(sql`UPDATE "video" SET "publishedAt" = ${new Date(seedTime - 2 * 24 * 3_600_000)} WHERE "channelId" =
      (SELECT max("channelId") FROM "video")`)
    assert.deepEqual(channels(await stats()), [11, 9, 10])
  })

  test('tells how long requests waited, and hides what is switched off', async () => {
    const empty = await stats()
    assert.deepEqual([empty.totalRegistrationRequests, empty.averageRegistrationRequestResponseTimeMs], [0, null])
    const at = (ms: number) => new Date(seedTime + ms)
    for (const [name, processedAt] of [
      ['a', at(1000)],
      ['b', at(2000)],
      ['c', null],
    ] as const) {
      await run(sql`INSERT INTO "userRegistration" (state, "registrationReason", username, email, "processedAt",
        "createdAt", "updatedAt") VALUES (1, '', ${name}, ${name}, ${processedAt}, ${at(0)}, ${at(0)})`)
    }
    await run(sql`INSERT INTO "abuse" (reason, state, "processedAt", "createdAt", "updatedAt")
      VALUES ('r', 3, ${at(500)}, ${at(0)}, ${at(0)}), ('r', 1, NULL, ${at(0)}, ${at(0)})`)
    const shown = await stats()
    assert.deepEqual([shown.totalRegistrationRequests, shown.totalRegistrationRequestsProcessed], [3, 2])
    assert.equal(shown.averageRegistrationRequestResponseTimeMs, 1500)
    const { totalAbuses, totalAbusesProcessed, averageAbuseResponseTimeMs } = shown
    assert.deepEqual([totalAbuses, totalAbusesProcessed, averageAbuseResponseTimeMs], [2, 1, 500])

    const off = { enabled: false }
    await server.ctx.settings.override({
      stats: { registration_requests: off, abuses: off, total_moderators: off, total_admins: off },
    })
    const hidden = await stats()
    await server.ctx.settings.clearOverride()
    const names = Object.keys(hidden).filter((name) => hidden[name] === null)
    assert.deepEqual(names.toSorted(), [
      'averageAbuseResponseTimeMs',
      'averageRegistrationRequestResponseTimeMs',
      'totalAbuses',
      'totalAbusesProcessed',
      'totalAdmins',
      'totalModerators',
      'totalRegistrationRequests',
      'totalRegistrationRequestsProcessed',
    ])
  })

  test('names every strategy of redundancy and what it keeps', async () => {
    await run(sql`INSERT INTO "videoRedundancy" ("fileUrl", url, strategy, "videoStreamingPlaylistId", "actorId",
        "createdAt", "updatedAt")
      SELECT 'f', 'u', 'trending', (SELECT min(id) FROM "videoStreamingPlaylist"), act.id, now(), now()
        FROM "actor" act JOIN "account" a ON a.id = act."accountId" WHERE a."applicationId" IS NOT NULL`)
    const { videosRedundancy } = await stats()
    const none = { totalUsed: 0, totalVideoFiles: 0, totalVideos: 0 }
    const totalSize = 1000 * 1024 * 1024
    assert.deepEqual(videosRedundancy, [
      { strategy: 'most-views', totalSize, ...none },
      { strategy: 'trending', totalSize, totalUsed: 4 * 5_000_000_000, totalVideoFiles: 4, totalVideos: 1 },
      { strategy: 'recently-added', totalSize, ...none },
      { strategy: 'manual', totalSize: null, ...none },
    ])
  })

  test('counts accepted followers and followings of the instance, and playlists that are not private', async () => {
    const instance = sql`(SELECT act.id FROM "actor" act JOIN "account" a ON a.id = act."accountId"
      WHERE a."applicationId" IS NOT NULL)`
    const follow = (name: string, state: string) => sql`INSERT INTO "actorFollow" ("actorId", "targetActorId", state,
        "createdAt", "updatedAt") SELECT id, ${instance}, ${sql.lit(state)}, now(), now() FROM "actor"
      WHERE "preferredUsername" = ${name}`
    await run(follow('seed_user_1', 'accepted'))
    await run(follow('seed_user_2', 'pending'))
    const { totalLocalPlaylists: before } = await stats()
    await run(sql`INSERT INTO "videoPlaylist" (name, privacy, url, uuid, "ownerAccountId", "createdAt", "updatedAt")
      SELECT 'p', privacy, 'u' || privacy, gen_random_uuid(), (SELECT id FROM "account" WHERE name = 'Seed user 1'),
             now(), now() FROM generate_series(1, 3) privacy`)
    const found = await stats()
    assert.deepEqual([found.totalInstanceFollowers, found.totalInstanceFollowing], [1, 0])
    assert.equal(found.totalLocalPlaylists - before, 2)
  })

  test('counts comments that are shown, those of this server apart', async () => {
    await run(sql`INSERT INTO "videoComment" (url, text, "heldForReview", "videoId", "accountId", "deletedAt",
        "createdAt", "updatedAt")
      SELECT 'c' || i, 't', i = 2, (SELECT min(id) FROM "video"), (SELECT id FROM "account" WHERE name = 'Seed user 1'),
             CASE WHEN i = 3 THEN now() END, now(), now() FROM generate_series(1, 3) i`)
    const found = await stats()
    assert.deepEqual([found.totalLocalVideoComments, found.totalVideoComments], [1, 1])
  })

  test('is remembered, for a millisecond in test mode and for hours otherwise', async () => {
    const name = async (later: number) => (await stats(later)).totalLocalVideoViews
    const first = await name(60_000)
    await run(sql`UPDATE "video" SET views = views + 1`)
    assert.equal(await name(0), first)
    assert.equal(await name(1), first + 40)
    server.ctx.testMode = false
    try {
      await run(sql`UPDATE "video" SET views = views + 1`)
      assert.equal(await name(4 * 3_600_000 - 1), first + 40)
      assert.equal(await name(1), first + 80)
      const answer = await server.request({ url: '/api/v1/server/stats' })
      assert.equal(answer.headers['cache-control'], 'max-age=14400')
    } finally {
      server.ctx.testMode = true
    }
  })
})
