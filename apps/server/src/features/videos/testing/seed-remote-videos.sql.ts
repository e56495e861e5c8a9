import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { seedWords } from './seed-words.ts'

export interface RemoteSeed {
  videos: number
  /** Videos of one transaction. */
  part?: number
  report?: (line: string) => void
}

/** Years over which the videos are spread, up to the moment of the newest video of `seedVideos`. */
const years = 5

/** Words that names are made of, the rare ones included. */
const vocabulary = 40_000

const now = sql`timestamptz '2026-01-01T00:00:00Z'`

/**
 * Fills a database that `seedVideos` filled with the same public videos of other servers every time, a hundred a
 * channel, as a federated server has them: every second server's channels are followed by the instance, the other
 * servers are followed as a whole and shared their videos. Names, tags, languages, categories and counters are distributed
 * as in nature (few very common, many rare). Servers are `peer-1.example`…, channels `peer_channel_1`….
 * Every part is a transaction, made of set-based statements with the indexes in place.
 */
export async function seedRemoteVideos(
  db: Db,
  { videos, part = 50_000, report = () => {} }: RemoteSeed,
): Promise<void> {
  const channels = Math.ceil(videos / 100)
  await db.transaction().execute((tx) => seedChannels(tx, Math.max(4, Math.ceil(channels / 50)), channels))
  // What triggers ask of these tables is planned by how large they are.
  await sql`ANALYZE "server", "account", "actor", "videoChannel", "actorFollow"`.execute(db)
  for (let from = 1; from <= videos; from += part) {
    const to = Math.min(videos, from + part - 1)
    await db.transaction().execute((tx) => seedPart(tx, { from, to, videos, channels }))
    report(`${to.toLocaleString('en')} remote videos`)
  }
  await vacuum(db)
}

/** Statistics, and everything on disk: what takes longer than any statement of the server. */
export async function vacuum(db: Db): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`SET statement_timeout = 0`.execute(connection)
    await sql`VACUUM (ANALYZE)`.execute(connection)
    await sql`CHECKPOINT`.execute(connection)
    await sql`RESET statement_timeout`.execute(connection)
  })
}

async function seedChannels(tx: Tx, servers: number, channels: number): Promise<void> {
  await sql`SET LOCAL statement_timeout = 0`.execute(tx)
  const url = (kind: string, name: string) => sql.raw(`'https://' || s."host" || '/${kind}/' || ${name}`)
  const addActors = (type: string, owner: string, name: string, from: RawBuilder<unknown>) => sql`
    INSERT INTO "actor" ("type", "preferredUsername", "url", "followersCount", "followingCount", "inboxUrl", "sharedInboxUrl",
      "serverId", ${sql.ref(owner)}, "createdAt", "updatedAt")
    SELECT ${sql.lit(type)}::"enum_actor_type", ${sql.raw(name)}, ${url(type === 'Group' ? 'video-channels' : 'accounts', name)}, 0, 0,
      ${url('inboxes', name)}, 'https://' || s."host" || '/inbox', s."id", p.id, ${now}, ${now} ${from}`

  await sql`INSERT INTO "server" ("host", "createdAt", "updatedAt")
    SELECT 'peer-' || i || '.example', ${now}, ${now} FROM generate_series(1, ${servers}::int) i`.execute(tx)
  await sql`CREATE TEMP TABLE seed_peer ON COMMIT DROP AS
    SELECT i, i <= ${servers}::int AS whole, nextval(pg_get_serial_sequence('"account"', 'id'))::int AS id,
      'peer-' || (1 + (i - 1) % ${servers}::int) || '.example' AS host
    FROM generate_series(1, ${servers + channels}::int) i`.execute(tx)
  await sql`INSERT INTO "account" ("id", "name", "createdAt", "updatedAt")
    SELECT id, CASE WHEN whole THEN host ELSE 'Person ' || i END, ${now}, ${now} FROM seed_peer`.execute(tx)
  const peers = (whole: boolean) => sql`FROM seed_peer p JOIN "server" s ON s."host" = p.host WHERE p.whole = ${whole}`
  await addActors('Application', 'accountId', `'peertube'`, peers(true)).execute(tx)
  await addActors('Person', 'accountId', `'person_' || p.i`, peers(false)).execute(tx)

  await sql`CREATE TEMP TABLE seed_group ON COMMIT DROP AS
    SELECT row_number() OVER (ORDER BY i)::int AS i, host, id AS "accountId",
      nextval(pg_get_serial_sequence('"videoChannel"', 'id'))::int AS id FROM seed_peer WHERE NOT whole`.execute(tx)
  await sql`INSERT INTO "videoChannel" ("id", "name", "description", "accountId", "createdAt", "updatedAt")
    SELECT id, initcap(${word('i', 1)} || ' ' || ${word('i', 2)}), 'All about it', "accountId", ${now}, ${now}
    FROM seed_group`.execute(tx)
  await addActors(
    'Group',
    'videoChannelId',
    `'peer_channel_' || p.i`,
    sql`FROM seed_group p JOIN "server" s ON s."host" = p.host`,
  ).execute(tx)

  await sql`INSERT INTO "actorFollow" ("state", "url", "actorId", "targetActorId", "createdAt", "updatedAt")
    SELECT 'accepted', 'https://seed.example/follows/' || t."id", me."id", t."id", ${now}, ${now}
    FROM "actor" me JOIN "account" mine ON mine."id" = me."accountId" AND mine."applicationId" IS NOT NULL,
      "actor" t JOIN "server" s ON s."id" = t."serverId"
    WHERE s."host" LIKE 'peer-%.example'
      AND t."type" = CASE WHEN s."id" % 2 = 0 THEN 'Application' ELSE 'Group' END::"enum_actor_type"`.execute(tx)
  await sql`INSERT INTO "tag" ("name") SELECT DISTINCT ${word('i', 3)} FROM generate_series(1, 200000) i
    ON CONFLICT DO NOTHING`.execute(tx)
}

interface Part {
  /** Numbers of the first and the last video. */
  from: number
  to: number
  /** Of all parts. */
  videos: number
  channels: number
}

async function seedPart(tx: Tx, { from, to, videos, channels }: Part): Promise<void> {
  await sql`SET LOCAL statement_timeout = 0`.execute(tx)
  await sql`CREATE TEMP TABLE seed_channel ON COMMIT DROP AS
    SELECT substr(a."preferredUsername", 14)::int AS i, a."videoChannelId" AS id, a."serverId", s."host"
    FROM "actor" a JOIN "server" s ON s."id" = a."serverId" WHERE a."preferredUsername" LIKE 'peer\_channel\_%'`.execute(
    tx,
  )
  await sql`CREATE TEMP TABLE seed_video ON COMMIT DROP AS
    SELECT n.*, c.id AS "channelId", c."serverId", c."host" FROM (
      SELECT i, nextval(pg_get_serial_sequence('"video"', 'id'))::int AS id,
        ('00000000-0000-4000-9000-' || lpad(to_hex(i), 12, '0'))::uuid AS uuid,
        ${now} - (${videos}::int - i + ${chance('i', 4)}) / ${videos}::int * interval '${sql.raw(String(years))} years' AS at,
        1 + floor(${chance('i', 5)} * ${channels}::int)::int AS channel
      FROM generate_series(${from}::int, ${to}::int) i
    ) n JOIN seed_channel c ON c.i = n.channel`.execute(tx)
  await sql`INSERT INTO "video" ("id", "uuid", "name", "category", "licence", "language", "privacy", "nsfw", "description",
      "duration", "views", "likes", "dislikes", "comments", "remote", "url", "commentsPolicy", "downloadEnabled",
      "embedPrivacyPolicy", "waitTranscoding", "state", "aspectRatio", "publishedAt", "channelId", "createdAt", "updatedAt")
    SELECT id, uuid, initcap(concat_ws(' ', ${sql.join([11, 12, 13, 14, 15].map((k) => word('i', k)))})),
      ${rank('i', 6, 18)}, ${rank('i', 7, 7)},
      (ARRAY['en', 'fr', NULL, 'de', 'es', 'it', 'pt', 'nl', 'eo', 'pl', 'sv', 'cs', 'fi', 'oc', 'br'])[${rank('i', 8, 15)}], 1,
      ${chance('i', 9)} < 0.02, concat_ws(' ', ${sql.join(Array.from({ length: 20 }, (_, k) => word('i', 20 + k)))}),
      30 + i % 3600, ${counter('i', 16, 100_000)}, ${counter('i', 17, 1000)}, ${counter('i', 18, 100)}, ${counter('i', 19, 50)},
      true, 'https://' || "host" || '/videos/watch/' || uuid, 1, true, 1, false, 1, 1.7778, at, "channelId", at, at
    FROM seed_video`.execute(tx)
  await sql`INSERT INTO "thumbnail" ("filename", "height", "width", "aspectRatio", "automaticallyGenerated", "cached",
      "fileUrl", "videoId", "createdAt", "updatedAt")
    SELECT 'remote-' || id || '-' || s.w || '.jpg', s.h, s.w, '16:9', true, false,
      'https://' || "host" || '/lazy-static/thumbnails/' || id || '-' || s.w || '.jpg', id, at, at
    FROM seed_video, (VALUES (280, 157), (850, 480)) s (w, h)`.execute(tx)
  await sql`INSERT INTO "videoTag" ("videoId", "tagId", "createdAt", "updatedAt")
    SELECT DISTINCT v.id, t."id", v.at, v.at FROM seed_video v
    CROSS JOIN LATERAL (VALUES (${word('v.i', 11)}), (${word('v.i', 13)})) named (word) JOIN "tag" t ON t."name" = named.word`.execute(
    tx,
  )
  await sql`INSERT INTO "videoShare" ("url", "actorId", "videoId", "createdAt", "updatedAt")
    SELECT 'https://' || v."host" || '/videos/watch/' || v.uuid || '/announces/1', a."id", v.id, v.at, v.at
    FROM seed_video v JOIN "actor" a ON a."serverId" = v."serverId" AND a."type" = 'Application'
    WHERE v."serverId" % 2 = 0`.execute(tx)
  await sql`INSERT INTO "videoCaption" ("language", "filename", "automaticallyGenerated", "cached", "fileUrl", "videoId",
      "createdAt", "updatedAt")
    SELECT 'fr', 'remote-' || id || '-fr.vtt', false, false, 'https://' || "host" || '/captions/' || id || '-fr.vtt', id, at, at
    FROM seed_video WHERE i % 50 = 0`.execute(tx)
  await sql`INSERT INTO "videoStat" ("startDate", "endDate", "views", "downloads", "videoId", "createdAt")
    SELECT date_trunc('hour', now()) - interval '3 hours', date_trunc('hour', now()) - interval '2 hours',
      ${rank('i', 10, 200)}, 0, id, now() FROM seed_video WHERE i % 100 = 0`.execute(tx)
}

/** From 0 to 1, the same for the same row and `salt`. */
const chance = (i: string, salt: number) =>
  sql.raw(`((hashint4extended(${i}, ${salt}) & 1073741823) / 1073741824.0::float8)`)

/** From 1 to `most`; twice the rank, half as often. */
const rank = (i: string, salt: number, most: number) =>
  sql`least(${sql.lit(most)}, floor(exp(${chance(i, salt)} * ln(${sql.lit(most)} + 1)))::int)`

/** From 0 to `most`, mostly small. */
const counter = (i: string, salt: number, most: number) => sql`(${rank(i, salt, most)} - 1)`

const words = sql`${sql.lit(`{${seedWords.join(',')}}`)}::text[]`

function word(i: string, salt: number): RawBuilder<unknown> {
  const count = sql.lit(seedWords.length)
  return sql`(SELECT (${words})[1 + (r - 1) % ${count}] || CASE WHEN r > ${count} THEN (${words})[1 + r / ${count} % ${count}] ELSE '' END
    FROM (SELECT ${rank(i, salt, vocabulary)} AS r) ranked)`
}
