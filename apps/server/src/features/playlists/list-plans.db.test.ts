import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { CompiledQuery, sql } from 'kysely'
import pg from 'pg'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  Plans?: PlanNode[]
}

interface Statement {
  text: string
  values: unknown[]
}

/** Too large here to be read from end to end for a page of a list. */
const largeTables = [
  ...['video', 'accountVideoRate', 'userVideoHistory', 'videoPlaylist', 'videoPlaylistElement', 'actorFollow'],
  ...['thumbnail', 'videoShare', 'reshare'],
]
const videos = 20_000
const channels = 400

describe('plans of the lists of a user with a large library', () => {
  let server: TestServer
  let token: string
  let playlistId: number
  const recorded: Statement[] = []
  const query = pg.Client.prototype.query

  before(async () => {
    server = await startTestServer()
    const { userId, accountId } = await addUser(server.ctx, 'reader')
    token = await server.login('reader', userPassword)
    playlistId = await seed(userId, accountId)
    pg.Client.prototype.query = function record(this: pg.Client, first: any, values?: any, ...rest: any[]): any {
      const text = typeof first === 'string' ? first : first?.text
      if (/^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)/i.test(text))
        recorded.push({ text, values: values ?? first.values ?? [] })
      return (query as any).call(this, first, values, ...rest)
    } as typeof query
  })
  after(async () => {
    pg.Client.prototype.query = query
    await server.close()
  })

  /** Returns the id of the reader's playlist with the most elements. */
  async function seed(userId: number, accountId: number): Promise<number> {
    const { db } = server.ctx
    await sql`INSERT INTO "account" ("name", "createdAt", "updatedAt")
      SELECT 'Voter ' || i, now(), now() FROM generate_series(1, 100) i`.execute(db)
    await sql`INSERT INTO "actor" ("type", "preferredUsername", "url", "followersCount", "followingCount", "inboxUrl",
        "accountId", "createdAt", "updatedAt")
      SELECT 'Person', 'voter' || "id", 'https://x.example/' || "id", 0, 0, 'i', "id", now(), now() FROM "account"
      WHERE "name" LIKE 'Voter %'`.execute(db)
    await sql`INSERT INTO "user" ("username", "email", "nsfwPolicy", "p2pEnabled", "videosHistoryEnabled", "autoPlayVideo",
        "autoPlayNextVideo", "autoPlayNextVideoPlaylist", "adminFlags", "blocked", "role", "videoQuota", "videoQuotaDaily",
        "theme", "noInstanceConfigWarningModal", "noAccountSetupWarningModal", "noWelcomeModal", "newFeaturesInfoRead",
        "feedToken", "emailPublic", "createdAt", "updatedAt")
      SELECT 'watcher' || i, 'w' || i || '@example.com', 'display', true, true, true, true, true, 0, false, 2, -1, -1, 'd',
        true, true, true, 0, gen_random_uuid(), false, now(), now() FROM generate_series(1, 50) i`.execute(db)
    await sql`INSERT INTO "videoChannel" ("name", "accountId", "createdAt", "updatedAt")
      SELECT 'Seed ' || i, (SELECT min("id") FROM "account" WHERE "name" LIKE 'Voter %') + i % 100, now(), now()
      FROM generate_series(1, ${channels}::int) i`.execute(db)
    await sql`INSERT INTO "actor" ("type", "preferredUsername", "url", "followersCount", "followingCount", "inboxUrl",
        "videoChannelId", "createdAt", "updatedAt")
      SELECT 'Group', 'seed' || "id", 'https://c.example/' || "id", 0, 0, 'i', "id", now(), now() FROM "videoChannel"
      WHERE "name" LIKE 'Seed %'`.execute(db)
    await sql`INSERT INTO "video" ("uuid", "name", "description", "privacy", "nsfw", "duration", "views", "likes", "dislikes", "comments",
        "remote", "url", "commentsPolicy", "downloadEnabled", "embedPrivacyPolicy", "waitTranscoding", "state",
        "publishedAt", "channelId", "createdAt", "updatedAt")
      SELECT gen_random_uuid(), 'Video ' || i,
        repeat('A description. ', 60), CASE WHEN i % 20 = 0 THEN 4 WHEN i % 11 = 0 THEN 3 ELSE 1 END, false, 10,
        i % 1000, 0, 0, 0, false, 'https://v.example/' || i, 1, true, 1, false, 1, now() - i * interval '1 minute',
        (SELECT min("id") FROM "videoChannel" WHERE "name" LIKE 'Seed %') + i * 7919 % ${channels}::int, now(), now()
      FROM generate_series(1, ${videos}::int) i`.execute(db)
    await sql`INSERT INTO "videoShare" ("url", "actorId", "videoId", "createdAt", "updatedAt")
      SELECT 'https://s.example/' || v."id", a."id", v."id", now(), now() FROM "video" v
      JOIN "actor" a ON a."videoChannelId" = v."channelId" + (v."id" % 100 = 0)::int`.execute(db)
    await sql`INSERT INTO "thumbnail" ("filename", "height", "width", "aspectRatio", "cached", "videoId", "createdAt",
        "updatedAt") SELECT 't' || "id", 100, 178, '16:9', false, "id", now(), now() FROM "video"`.execute(db)
    await sql`INSERT INTO "actorFollow" ("state", "actorId", "targetActorId", "createdAt", "updatedAt")
      SELECT 'accepted', f."id", t."id", now(), now() FROM "actor" f, "actor" t
      WHERE t."preferredUsername" LIKE 'seed%' AND (f."preferredUsername" LIKE 'voter%' AND f."id" % 4 = 0
        OR f."preferredUsername" = 'reader' AND t."id" % 2 = 0)`.execute(db)
    await sql`INSERT INTO "accountVideoRate" ("type", "url", "videoId", "accountId", "createdAt", "updatedAt")
      SELECT 'like', 'https://r.example/' || v."id" || '/' || a."id", v."id", a."id", v."publishedAt", now()
      FROM "video" v JOIN "account" a ON a."name" LIKE 'Voter %' AND v."id" % 100 = a."id" % 100
        OR a."id" = ${accountId} AND v."id" % 100 = 0`.execute(db)
    await sql`INSERT INTO "userVideoHistory" ("currentTime", "videoId", "userId", "createdAt", "updatedAt")
      SELECT 5, v."id", u."id", now(), v."publishedAt" FROM "video" v JOIN "user" u
        ON u."username" LIKE 'watcher%' AND v."id" % 50 = u."id" % 50
        OR u."id" = ${userId} AND v."id" % 100 = 0`.execute(db)
    await sql`INSERT INTO "videoPlaylist" ("uuid", "url", "name", "privacy", "ownerAccountId", "createdAt", "updatedAt")
      SELECT gen_random_uuid(), 'https://p.example/' || i, 'List ' || i, 1 + i % 3,
        CASE WHEN i <= 50 THEN ${accountId}::int
          ELSE (SELECT min("id") FROM "account" WHERE "name" LIKE 'Voter %') + i % 100 END, now(), now()
      FROM generate_series(1, 4000) i`.execute(db)
    await sql`INSERT INTO "videoPlaylistElement" ("position", "videoPlaylistId", "videoId", "createdAt", "updatedAt")
      SELECT n, p."id", (SELECT min("id") FROM "video") + (p."id" * 13 + n) % ${videos}::int, now(), now()
      FROM "videoPlaylist" p, generate_series(1, 6) n WHERE p."name" LIKE 'List %'`.execute(db)
    await sql`VACUUM (ANALYZE)`.execute(db)
    const { id } = await db
      .selectFrom('videoPlaylist')
      .select('id')
      .where('name', '=', 'List 2')
      .executeTakeFirstOrThrow()
    return id
  }

  async function explain({ text, values }: Statement): Promise<PlanNode> {
    const { rows } = await server.ctx.db.executeQuery<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      CompiledQuery.raw(`EXPLAIN (FORMAT JSON) ${text}`, values),
    )
    return rows[0]!['QUERY PLAN'][0].Plan
  }

  function sequentialScans(node: PlanNode): string[] {
    const own = node['Node Type'] === 'Seq Scan' ? [node['Relation Name']!] : []
    return [...own, ...(node.Plans ?? []).flatMap(sequentialScans)]
  }

  const me = '/api/v1/users/me'
  const lists: Record<string, () => string> = {
    'videos of subscriptions': () => `${me}/subscriptions/videos`,
    'videos of subscriptions, page 30': () => `${me}/subscriptions/videos?start=450`,
    'videos of subscriptions, page 600': () => `${me}/subscriptions/videos?start=9000&skipCount=true`,
    subscriptions: () => `${me}/subscriptions`,
    'is subscribed': () => `${me}/subscriptions/exist?uris=a@b.example`,
    history: () => `${me}/history/videos`,
    ratings: () => '/api/v1/accounts/reader/ratings',
    'playlists of the account': () => '/api/v1/accounts/reader/video-playlists',
    'public playlists': () => '/api/v1/video-playlists',
    'elements of a playlist': () => `/api/v1/video-playlists/${playlistId}/videos`,
    'playlists that hold videos': () => `${me}/video-playlists/videos-exist?videoIds=1&videoIds=2`,
  }

  for (const [name, url] of Object.entries(lists)) {
    test(name, async () => {
      recorded.length = 0
      const answer = await server.request({ url: url(), as: token })
      assert.equal(answer.statusCode, 200, answer.body)
      assert.ok(recorded.length > 0)
      for (const statement of recorded.filter(({ text }) => !text.includes('count(*)') || !name.startsWith('public'))) {
        const scanned = sequentialScans(await explain(statement)).filter((table) => largeTables.includes(table))
        assert.deepEqual(scanned, [], statement.text)
      }
    })
  }
})
