import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

/** So many of each: a plan that reads a table from end to end shows itself. */
const videos = 100_000
const comments = 200_000
const accounts = 20_000
const channels = 10_000
const servers = 50
const playlists = 10_000
/** Elements of one playlist. */
const elements = 6

/** What grows with the content; the search's index beside PeerTube's tables. */
export const largeTables: ReadonlySet<string> = new Set([
  ...['video', 'videoChannel', 'account', 'actor', 'actorFollow', 'videoShare', 'reshare', 'followedVideo'],
  ...['thumbnail', 'videoTag', 'tag', 'videoFile', 'videoStreamingPlaylist', 'videoCaption', 'videoStat'],
  ...['videoComment', 'commentAutomaticTag', 'accountVideoRate', 'userVideoHistory'],
  ...['videoPlaylist', 'videoPlaylistElement', 'videoSearch', 'searchWord', 'taggedVideo'],
])

/** Whom the lists are made for. */
export interface Reader {
  userId: number
  accountId: number
  channelId: number
}

/**
 * A server with 100,000 videos, three fifths of them of other servers (half of those followed), and what people made of
 * them. `reader` subscribes to two hundred channels, and watched, liked and collected much. The first video has
 * 6000 comments, half of them in one thread.
 *
 * Indexes are built faster than they are filled, and what triggers would keep is written at once.
 */
export async function seedLargeServer(db: Db, reader: Reader): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`SET LOCAL session_replication_role = replica`.execute(tx)
    await sql`SET LOCAL maintenance_work_mem = '256MB'`.execute(tx)
    const { rows: indexes } = await sql<{ name: string; definition: string }>`
      SELECT quote_ident(schemaname) || '.' || quote_ident(indexname) AS "name", indexdef AS "definition" FROM pg_indexes
       WHERE tablename = ANY(${[...largeTables]}::text[]) AND indexdef NOT LIKE 'CREATE UNIQUE%'`.execute(tx)
    for (const { name } of indexes) await sql`DROP INDEX ${sql.raw(name)}`.execute(tx)
    await seedPeople(tx, reader)
    await seedVideos(tx)
    await seedSearch(tx)
    await seedDeeds(tx, reader)
    await seedComments(tx, reader)
    for (const table of ['account', 'videoChannel', 'video', 'videoComment', 'videoPlaylist']) {
      await sql`SELECT setval(pg_get_serial_sequence(${`"${table}"`}::text, 'id'), (SELECT max("id") FROM ${sql.table(table)}))`.execute(
        tx,
      )
    }
    for (const { definition } of indexes) await sql`${sql.raw(definition)}`.execute(tx)
  })
  await sql`VACUUM (ANALYZE)`.execute(db)
}

/** Rows with these numbers are the seed's: those of the server itself come before. */
const first = 1001
const numbers = (count: number) => sql`generate_series(0, ${count - 1}::int) i`
const isRemote = sql.raw('i % 5 > 1')
/** Of a remote channel: `i % 5`; the instance follows every second one. */
const serverOf = sql`1 + i % ${servers}::int`

async function seedPeople(tx: Tx, reader: Reader): Promise<void> {
  await sql`INSERT INTO "server" ("id", "host", "createdAt", "updatedAt")
    SELECT 1 + i, 'peer-' || i || '.example', now(), now() FROM ${numbers(servers)}`.execute(tx)
  await sql`INSERT INTO "account" ("id", "name", "createdAt", "updatedAt")
    SELECT ${first} + i, 'Person ' || i, now() - i * interval '1 minute', now() FROM ${numbers(accounts)}`.execute(tx)
  await sql`INSERT INTO "videoChannel" ("id", "name", "description", "accountId", "createdAt", "updatedAt")
    SELECT ${first} + i, initcap(${word(3)}) || ' ' || i, repeat('All about it. ', 20), ${first} + i,
      now() - i * interval '1 minute', now() - i * 7919 % ${channels}::int * interval '1 second'
    FROM ${numbers(channels)}`.execute(tx)
  const actors = (type: string, name: string, owner: 'accountId' | 'videoChannelId', count: number) => sql`
    INSERT INTO "actor" ("type", "preferredUsername", "url", "followersCount", "followingCount", "inboxUrl", "serverId",
      ${sql.ref(owner)}, "createdAt", "updatedAt")
    SELECT ${sql.lit(type)}::"enum_actor_type", ${name}::text || i, 'https://x.example/' || ${name}::text || i, 0, 0, 'i',
      CASE WHEN ${isRemote} THEN ${serverOf} END, ${first} + i, now(), now() FROM ${numbers(count)}`
  await actors('Person', 'person_', 'accountId', accounts).execute(tx)
  await actors('Group', 'channel_', 'videoChannelId', channels).execute(tx)
  await sql`INSERT INTO "actorFollow" ("state", "actorId", "targetActorId", "createdAt", "updatedAt")
    SELECT 'accepted', me."id", c."id", now(), now() FROM "actor" me, "actor" c
    WHERE c."preferredUsername" LIKE 'channel\_%' AND (
      me."accountId" = ${reader.accountId} AND c."videoChannelId" % 50 = 0
      OR me."accountId" IN (SELECT "id" FROM "account" WHERE "applicationId" IS NOT NULL) AND c."serverId" IS NOT NULL
        AND c."videoChannelId" % 2 = 0
      OR me."accountId" BETWEEN ${first} AND ${first + 99} AND c."videoChannelId" % 7 = me."accountId" % 7)`.execute(tx)
}

async function seedVideos(tx: Tx): Promise<void> {
  await sql`INSERT INTO "video" ("id", "uuid", "name", "category", "licence", "language", "privacy", "nsfw", "description",
      "duration", "views", "likes", "dislikes", "comments", "remote", "url", "commentsPolicy", "downloadEnabled",
      "embedPrivacyPolicy", "waitTranscoding", "state", "aspectRatio", "publishedAt", "originallyPublishedAt", "channelId",
      "createdAt", "updatedAt")
    SELECT 1 + i, md5('v' || i)::uuid, initcap(${word(3)}) || ' and ' || ${word(7)} || ' ' || ${word(11)} || ' ' || i,
      1 + i % 18, 1 + i % 7, (ARRAY['en', 'en', 'en', 'fr', 'de', NULL])[1 + i % 6],
      CASE WHEN i % 40 = 39 THEN 3 WHEN i % 50 = 49 THEN 4 ELSE 1 END, i % 50 = 0, repeat('A film about it. ', 30),
      30 + i % 3600, i::bigint * 7919 % 100003, i * 31 % 997, i * 17 % 101, i % 23, ${isRemote}, 'https://x.example/v/' || i,
      1, true, 1, false, 1, 1.7778, now() - i * interval '1 minute', NULL, ${first} + i % ${channels}::int,
      now() - i * interval '1 minute', now() FROM ${numbers(videos)}`.execute(tx)
  await sql`INSERT INTO sepiola."followedVideo" ("videoId")
    SELECT "id" FROM "video" WHERE "remote" AND "channelId" % 2 = 0`.execute(tx)
  await sql`INSERT INTO "videoShare" ("url", "actorId", "videoId", "createdAt", "updatedAt")
    SELECT 'https://s.example/' || v."id", a."id", v."id", now(), now() FROM "video" v
    JOIN "actor" a ON a."videoChannelId" = v."channelId" + (v."id" % 10 = 0)::int WHERE v."id" % 5 = 0`.execute(tx)
  await sql`INSERT INTO sepiola."reshare" ("shareId", "actorId", "videoId")
    SELECT "id", "actorId", "videoId" FROM "videoShare" WHERE "videoId" % 10 = 0`.execute(tx)
  await sql`INSERT INTO "thumbnail" ("filename", "height", "width", "aspectRatio", "cached", "videoId", "createdAt",
      "updatedAt") SELECT 't' || "id", 157, 280, '16:9', false, "id", now(), now() FROM "video"`.execute(tx)
  await sql`INSERT INTO "tag" ("name") SELECT 'tag ' || i FROM ${numbers(1000)}`.execute(tx)
  await sql`INSERT INTO "videoTag" ("videoId", "tagId", "createdAt", "updatedAt")
    SELECT v."id", t."id", now(), now() FROM "video" v
    JOIN "tag" t ON t."name" = 'tag ' || CASE WHEN v."id" % 3 = 0 THEN v."id" % 10 ELSE v."id" % 1000 END`.execute(tx)
  await sql`INSERT INTO sepiola."taggedVideo" ("videoId", "tagId", "publishedAt")
    SELECT t."videoId", t."tagId", v."publishedAt" FROM "videoTag" t JOIN "video" v ON v."id" = t."videoId"`.execute(tx)
  await sql`INSERT INTO "videoCaption" ("language", "filename", "automaticallyGenerated", "cached", "videoId", "createdAt",
      "updatedAt") SELECT 'fr', 'c' || "id", false, false, "id", now(), now() FROM "video" WHERE "id" % 20 = 0`.execute(
    tx,
  )
  await sql`INSERT INTO "videoStat" ("startDate", "endDate", "views", "downloads", "videoId", "createdAt")
    SELECT now() - "id" % 300 * interval '1 hour', now(), "id" % 211, 0, "id", now() FROM "video" WHERE "id" % 4 = 0`.execute(
    tx,
  )
  await sql`INSERT INTO "videoStreamingPlaylist" ("id", "type", "playlistFilename", "p2pMediaLoaderInfohashes",
      "p2pMediaLoaderPeerVersion", "videoId", "createdAt", "updatedAt")
    SELECT "id", 1, 'p' || "id", '{}', -2, "id", now(), now() FROM "video" WHERE NOT "remote"`.execute(tx)
  await sql`INSERT INTO "videoFile" ("resolution", "size", "extname", "fps", "formatFlags", "streams", "filename",
      "videoStreamingPlaylistId", "createdAt", "updatedAt")
    SELECT 720, 1000, '.mp4', 30, 2, 3, 'f' || "id", "id", now(), now() FROM "videoStreamingPlaylist"`.execute(tx)
  await sql`INSERT INTO "videoBlacklist" ("unfederated", "type", "videoId", "createdAt", "updatedAt")
    SELECT false, 1, "id", now(), now() FROM "video" WHERE "id" % 200 = 199`.execute(tx)
}

/** As the index of searches holds them; the marks of age as in `age-marks.sql.ts`. */
async function seedSearch(tx: Tx): Promise<void> {
  await sql`INSERT INTO sepiola."videoSearch" ("videoId", "name", "tags", "title", "document")
    SELECT "id", name, '{}', words, words FROM (
      SELECT v."id", lower(v."name") AS name, array_to_tsvector(string_to_array(lower(v."name"), ' ')
        || ARRAY['.a' || (v."id" >> 13), '.b' || (v."id" >> 15), '.c' || (v."id" >> 17), '.d' || (v."id" >> 19)]) AS words
      FROM "video" v) w`.execute(tx)
  await sql`INSERT INTO sepiola."searchWord"
    SELECT DISTINCT w FROM sepiola."videoSearch" s, unnest(tsvector_to_array(s."title")) w WHERE w NOT LIKE '.%'`.execute(
    tx,
  )
}

async function seedDeeds(tx: Tx, { userId, accountId, channelId }: Reader): Promise<void> {
  await sql`INSERT INTO "accountVideoRate" ("type", "url", "videoId", "accountId", "createdAt", "updatedAt")
    SELECT 'like', 'https://r.example/' || v."id" || '/' || a, v."id", a, v."publishedAt", now() FROM "video" v,
      LATERAL (VALUES (${first} + v."id" % 500), (CASE WHEN v."id" % 50 = 0 THEN ${accountId}::int END)) w (a)
    WHERE a IS NOT NULL`.execute(tx)
  await sql`INSERT INTO "userVideoHistory" ("currentTime", "videoId", "userId", "createdAt", "updatedAt")
    SELECT 5, v."id", u, now(), v."publishedAt" FROM "video" v,
      LATERAL (VALUES (${first} + v."id" % 50), (CASE WHEN v."id" % 50 = 0 THEN ${userId}::int END)) w (u)
    WHERE u IS NOT NULL`.execute(tx)
  await sql`INSERT INTO "videoPlaylist" ("id", "uuid", "url", "name", "privacy", "type", "ownerAccountId",
      "videoChannelId", "videoChannelPosition", "createdAt", "updatedAt")
    SELECT ${first} + i, md5('p' || i)::uuid, 'https://p.example/' || i, 'List of ' || ${word(5)} || ' ' || i, 1 + i % 3, 1,
      CASE WHEN i < 50 THEN ${accountId}::int ELSE ${first} + i % 500 END,
      CASE WHEN i % 3 = 2 THEN NULL WHEN i < 50 THEN ${channelId}::int ELSE ${first} + i % 500 END,
      CASE WHEN i % 3 < 2 THEN 1 + i / 500 END, now() - i * interval '1 minute',
      now() - i * 7919 % ${playlists}::int * interval '1 second'
    FROM ${numbers(playlists)}`.execute(tx)
  await sql`INSERT INTO "videoPlaylistElement" ("position", "videoPlaylistId", "videoId", "createdAt", "updatedAt")
    SELECT n, ${first} + i, 1 + (i * 13 + n) % ${videos}::int, now(), now()
    FROM ${numbers(playlists)}, generate_series(1, ${elements}::int) n`.execute(tx)
}

/** One in a hundred is held, one in fifty deleted; ten authors and a server are muted, by the instance or the reader. */
async function seedComments(tx: Tx, { accountId }: Reader): Promise<void> {
  const answered = sql`CASE WHEN n > 1 AND n <= 6000 AND n % 2 = 0 THEN 1 WHEN n > 6000 AND n % 3 = 0 THEN n - 1 END`
  await sql`INSERT INTO "videoComment" ("id", "url", "text", "heldForReview", "originCommentId", "inReplyToCommentId",
      "videoId", "accountId", "deletedAt", "createdAt", "updatedAt")
    SELECT n, 'https://x.example/c/' || n, 'Comment number ' || n, n % 100 = 0, ${answered}, ${answered},
      CASE WHEN n <= 6000 THEN 1 ELSE 1 + (n / 3) % ${videos}::int END,
      CASE WHEN n % 50 <> 1 OR n = 1 THEN ${first} + n % ${accounts}::int END, CASE WHEN n % 50 = 1 AND n > 1 THEN now() END,
      now() - (n::bigint * 7919 % ${comments}::int) * interval '1 second', now()
    FROM generate_series(1, ${comments}::int) n`.execute(tx)
  await sql`INSERT INTO "automaticTag" ("id", "name") SELECT ${first} + i, 'seed tag ' || i FROM ${numbers(20)}`.execute(
    tx,
  )
  const instance = sql`(SELECT "id" FROM "account" WHERE "applicationId" IS NOT NULL)`
  await sql`INSERT INTO "commentAutomaticTag" ("commentId", "automaticTagId", "accountId", "createdAt", "updatedAt")
    SELECT n, ${first} + n % 20, ${instance}, now(), now() FROM generate_series(1, ${comments}::int, 3) n`.execute(tx)
  await sql`INSERT INTO "accountBlocklist" ("accountId", "targetAccountId", "createdAt", "updatedAt")
    SELECT CASE WHEN i % 2 = 0 THEN ${instance} ELSE ${accountId}::int END, ${first} + 3000 + i, now(), now()
    FROM ${numbers(10)}`.execute(tx)
  await sql`INSERT INTO "serverBlocklist" ("accountId", "targetServerId", "createdAt", "updatedAt")
    VALUES (${instance}, 11, now(), now())`.execute(tx)
}

/** A word of four thousand, by its rank; the first three are in many names. */
export const rareWord = 'w' + createHash('md5').update('3210').digest('hex').slice(0, 6)

/** `salt`: another one of the same row. */
function word(salt: number) {
  const rank = sql.raw(`floor(exp((hashint4extended(i, ${salt}) & 1048575) / 1048576.0::float8 * ln(4000)))::int`)
  return sql`(CASE ${rank} WHEN 1 THEN 'river' WHEN 2 THEN 'mountain' WHEN 3 THEN 'city'
    ELSE 'w' || left(md5(${rank}::text), 6) END)`
}
