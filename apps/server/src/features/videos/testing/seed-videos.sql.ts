import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'

export interface Seed {
  videos: number
  /** Default 50, five per user. */
  channels?: number
  /** `https://video.example`, without trailing slash. */
  originUrl: string
}

/**
 * Fills a database with the same published local videos every time, for benchmarks and plan checks: five thumbnails,
 * three tags, four HLS renditions, views and a day of statistics each. Video i (from 1) has the UUID `00000000-0000-4000-8000-` and i in 12 hex digits;
 * channels are named `seed_channel_1`…, users `seed_user_1`… (who cannot sign in).
 */
export async function seedVideos(db: Db, { videos, channels = 50, originUrl }: Seed): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const users = Math.ceil(channels / 5)
    const now = sql`timestamptz '2026-01-01T00:00:00Z'`
    const key = (kind: string, i: string) => sql.raw(`md5('${kind}-' || ${i})::uuid`)
    const actor = (kind: string, name: string) => sql`
      ${originUrl}::text || '/${sql.raw(kind)}/' || ${sql.raw(name)},
      0, 0, ${originUrl}::text || '/${sql.raw(kind)}/' || ${sql.raw(name)} || '/inbox'`

    await sql`INSERT INTO "user" ("username", "password", "email", "emailVerified", "nsfwPolicy", "p2pEnabled",
        "videosHistoryEnabled", "autoPlayVideo", "autoPlayNextVideo", "autoPlayNextVideoPlaylist", "adminFlags", "blocked",
        "role", "videoQuota", "videoQuotaDaily", "theme", "noInstanceConfigWarningModal", "noAccountSetupWarningModal",
        "noWelcomeModal", "newFeaturesInfoRead", "feedToken", "emailPublic", "createdAt", "updatedAt")
      SELECT 'seed_user_' || i, '!', 'seed' || i || '@example.com', true, 'display', true, true, true, true, true, 0, false,
        2, -1, -1, 'instance-default', true, true, true, 0, ${key('feed', 'i')}, false, ${now}, ${now}
      FROM generate_series(1, ${users}::int) i`.execute(tx)
    await sql`INSERT INTO "account" ("name", "userId", "createdAt", "updatedAt")
      SELECT 'Seed user ' || substr("username", 11), "id", ${now}, ${now} FROM "user" WHERE "username" LIKE 'seed\_user\_%'
      ORDER BY "id"`.execute(tx)
    await sql`INSERT INTO "actor" ("type", "preferredUsername", "url", "followersCount", "followingCount", "inboxUrl",
        "accountId", "createdAt", "updatedAt")
      SELECT 'Person', u."username", ${actor('accounts', 'u."username"')}, a."id", ${now}, ${now}
      FROM "account" a JOIN "user" u ON u."id" = a."userId" WHERE u."username" LIKE 'seed\_user\_%'`.execute(tx)

    await sql`CREATE TEMP TABLE seed_channel ON COMMIT DROP AS
      SELECT i, nextval(pg_get_serial_sequence('"videoChannel"', 'id'))::int AS id, 'seed_channel_' || i AS handle,
        (SELECT a."id" FROM "account" a JOIN "user" u ON u."id" = a."userId"
          WHERE u."username" = 'seed_user_' || ((i - 1) / 5 + 1)) AS "accountId"
      FROM generate_series(1, ${channels}::int) i`.execute(tx)
    await sql`INSERT INTO "videoChannel" ("id", "name", "description", "accountId", "createdAt", "updatedAt")
      SELECT id, 'Channel ' || i, 'All about subject ' || i, "accountId", ${now}, ${now} FROM seed_channel`.execute(tx)
    await sql`INSERT INTO "actor" ("type", "preferredUsername", "url", "followersCount", "followingCount", "inboxUrl",
        "videoChannelId", "createdAt", "updatedAt")
      SELECT 'Group', handle, ${actor('video-channels', 'handle')}, id, ${now}, ${now} FROM seed_channel`.execute(tx)
    const words = sql`(ARRAY['river', 'mountain', 'city', 'garden', 'engine', 'recipe', 'ocean', 'guitar', 'desert', 'forest'])`
    await sql`CREATE TEMP TABLE seed_video ON COMMIT DROP AS
      SELECT i, nextval(pg_get_serial_sequence('"video"', 'id'))::int AS id, ${uuidOf('i')} AS uuid,
        ${now} - i * interval '1 hour' AS at
      FROM generate_series(1, ${videos}::int) i`.execute(tx)
    await sql`INSERT INTO "video" ("id", "uuid", "name", "category", "licence", "language", "privacy", "nsfw", "description",
        "duration", "views", "likes", "dislikes", "comments", "remote", "url", "commentsPolicy", "downloadEnabled",
        "embedPrivacyPolicy", "waitTranscoding", "state", "aspectRatio", "publishedAt", "channelId", "createdAt", "updatedAt")
      SELECT id, uuid, 'The ' || ${words}[1 + i % 10] || ' and the ' || ${words}[1 + i / 10 % 10] || ', part ' || i,
        1 + i % 18, 1 + i % 7, (ARRAY['en', 'fr', 'de', NULL])[1 + i % 4], 1, i % 50 = 0,
        repeat('A long description of video ' || i || '. ', 12), 30 + i % 3600, i * 7919 % 100003, i * 31 % 997, i * 17 % 101,
        i % 23, false, ${originUrl}::text || '/videos/watch/' || uuid, 1, true, 1, false, 1, 1.7778, at,
        (SELECT c.id FROM seed_channel c WHERE c.i = 1 + seed_video.i % ${channels}::int), at, at
      FROM seed_video`.execute(tx)
    await sql`INSERT INTO "thumbnail" ("filename", "height", "width", "aspectRatio", "automaticallyGenerated", "cached",
        "videoId", "createdAt", "updatedAt")
      SELECT md5('thumbnail-' || i || '-' || s.w)::uuid || '.jpg', s.h, s.w, s.ratio, true, false, id, at, at
      FROM seed_video, (VALUES (280, 157, '16:9'), (850, 480, '16:9'), (1280, 720, '16:9'), (1920, 1080, '16:9'),
        (1400, 1400, '1:1')) s (w, h, ratio)`.execute(tx)
    await sql`INSERT INTO "tag" ("name") SELECT 'seed tag ' || t FROM generate_series(0, 99) t
      ON CONFLICT DO NOTHING`.execute(tx)
    await sql`INSERT INTO "videoTag" ("videoId", "tagId", "createdAt", "updatedAt")
      SELECT v.id, t."id", v.at, v.at FROM seed_video v
      JOIN "tag" t ON t."name" IN ('seed tag ' || v.i % 100, 'seed tag ' || (v.i + 33) % 100, 'seed tag ' || (v.i + 66) % 100)`.execute(
      tx,
    )
    await sql`INSERT INTO "videoStreamingPlaylist" ("type", "playlistFilename", "p2pMediaLoaderInfohashes",
        "p2pMediaLoaderPeerVersion", "segmentsSha256Filename", "videoId", "createdAt", "updatedAt")
      SELECT 1, ${key('master', 'i')} || '-master.m3u8', ARRAY[md5('a' || i), md5('b' || i), md5('c' || i), md5('d' || i)], -2,
        ${key('sha', 'i')} || '-segments-sha256.json', id, at, at FROM seed_video`.execute(tx)
    await sql`INSERT INTO "videoFile" ("resolution", "width", "height", "size", "extname", "infoHash", "fps", "formatFlags",
        "streams", "metadata", "filename", "torrentFilename", "videoStreamingPlaylistId", "createdAt", "updatedAt")
      SELECT r.h, r.w, r.h, 1000000 + v.i % 1000 * r.h, '.mp4', md5('hash-' || v.i || '-' || r.h) || '00000000', 30, 2, 3,
        '{"streams": [], "format": {}, "chapters": []}', md5('file-' || v.i || '-' || r.h)::uuid || '-' || r.h || '-fragmented.mp4',
        md5('torrent-' || v.i || '-' || r.h)::uuid || '-' || r.h || '-hls.torrent', p."id", v.at, v.at
      FROM seed_video v JOIN "videoStreamingPlaylist" p ON p."videoId" = v.id,
        (VALUES (426, 240), (640, 360), (1280, 720), (1920, 1080)) r (w, h)`.execute(tx)
    await sql`INSERT INTO "videoStat" ("startDate", "endDate", "views", "downloads", "videoId", "createdAt")
      SELECT date_trunc('hour', now()) - interval '3 hours', date_trunc('hour', now()) - interval '2 hours',
        i * 7919 % 101, 0, id, now() FROM seed_video`.execute(tx)
  })
  await sql`VACUUM (ANALYZE)`.execute(db)
}

const uuidOf = (i: string) => sql.raw(`('00000000-0000-4000-8000-' || lpad(to_hex(${i}), 12, '0'))::uuid`)
