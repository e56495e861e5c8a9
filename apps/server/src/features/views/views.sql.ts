import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { WatchSection } from './watch-session.ts'

export interface StoredSession {
  sections: WatchSection[]
  countedAt: Date | null
}

/** The session's row, locked; a new one when there is none. */
export async function lockSession(
  tx: Tx,
  key: { videoId: number; sessionId: string },
  now: Date,
): Promise<StoredSession> {
  // Between the two another report may make the row, and the end of idle sessions may take it away.
  for (;;) {
    const { rows } = await sql<StoredSession>`
      SELECT "sections", "countedAt" FROM sepiola."viewerSession"
      WHERE "videoId" = ${key.videoId} AND "sessionId" = ${key.sessionId} FOR UPDATE`.execute(tx)
    if (rows[0]) return rows[0]
    const { rows: made } = await sql<StoredSession>`
      INSERT INTO sepiola."viewerSession" ("videoId", "sessionId", "startedAt", "seenAt", "sections")
      VALUES (${key.videoId}, ${key.sessionId}, ${now}, ${now}, '[]') ON CONFLICT DO NOTHING
      RETURNING "sections", "countedAt"`.execute(tx)
    if (made[0]) return made[0]
  }
}

export interface SessionUpdate {
  videoId: number
  sessionId: string
  sections: readonly WatchSection[]
  countedAt: Date | null
  client: string | null
  device: string | null
  operatingSystem: string | null
  country: string | null
  subdivisionName: string | null
}

/** What was known before stays where nothing is told now; where the viewer is, from the first report that tells. */
export async function updateSession(db: Db | Tx, session: SessionUpdate, now: Date): Promise<void> {
  await sql`
    UPDATE sepiola."viewerSession" SET "seenAt" = ${now}, "sections" = ${JSON.stringify(session.sections)}::jsonb,
      "countedAt" = ${session.countedAt}, "client" = coalesce(${session.client}, "client"),
      "device" = coalesce(${session.device}, "device"),
      "operatingSystem" = coalesce(${session.operatingSystem}, "operatingSystem"),
      "subdivisionName" = CASE WHEN "country" IS NULL THEN ${session.subdivisionName} ELSE "subdivisionName" END,
      "country" = coalesce("country", ${session.country})
    WHERE "videoId" = ${session.videoId} AND "sessionId" = ${session.sessionId}`.execute(db)
}

/** A row of its own, so that a popular video's row is not written for every view. */
export async function insertView(db: Db | Tx, videoId: number, at: Date): Promise<void> {
  await sql`INSERT INTO sepiola."videoCount" ("videoId", "kind", "at") VALUES (${videoId}, 'view', ${at})`.execute(db)
}

/**
 * Moves what was counted into the videos (views of remote ones are their origin's to say) and into hourly statistics,
 * all in one statement: a crash loses nothing and counts nothing twice. Returns the videos of this server whose totals
 * changed.
 */
export async function foldCounts(db: Db | Tx): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    WITH gone AS (
      DELETE FROM sepiola."videoCount" RETURNING "videoId", "kind", date_trunc('hour', "at") AS "hour"
    ), hourly AS (
      SELECT "videoId", "hour", (count(*) FILTER (WHERE "kind" = 'view'))::int AS "views",
        (count(*) FILTER (WHERE "kind" = 'download'))::int AS "downloads"
      FROM gone GROUP BY 1, 2
    ), video_totals AS (
      UPDATE "video" v SET "views" = v."views" + CASE WHEN v."remote" THEN 0 ELSE t."views" END,
        "downloads" = v."downloads" + t."downloads"
      FROM (SELECT "videoId", sum("views")::int AS "views", sum("downloads")::int AS "downloads"
        FROM hourly GROUP BY 1) t
      WHERE v."id" = t."videoId" RETURNING v."id", v."remote"
    ), known AS (
      UPDATE "videoStat" s SET "views" = s."views" + h."views", "downloads" = s."downloads" + h."downloads"
      FROM hourly h WHERE s."videoId" = h."videoId" AND s."startDate" = h."hour"
      RETURNING s."videoId", s."startDate"
    ), fresh AS (
      INSERT INTO "videoStat" ("startDate", "endDate", "views", "downloads", "videoId", "createdAt")
      SELECT h."hour", h."hour" + interval '1 hour', h."views", h."downloads", h."videoId", now() FROM hourly h
      WHERE NOT EXISTS (SELECT FROM known k WHERE k."videoId" = h."videoId" AND k."startDate" = h."hour")
    )
    SELECT "id" FROM video_totals WHERE NOT "remote" ORDER BY "id"`.execute(db)
  return rows.map((row) => row.id)
}

/** Seconds that a row can hold: a live has no end, so that what its viewers tell may add up to more. */
const longestWatchTime = 2147483647

/** Ends sessions that nothing was heard of since `before`: what they watched becomes a row of viewer statistics. */
export async function endIdleSessions(db: Db | Tx, before: Date, urlPrefix: string): Promise<void> {
  await sql`
    WITH ended AS (
      DELETE FROM sepiola."viewerSession" WHERE "seenAt" < ${before} RETURNING *, gen_random_uuid() AS "uuid"
    ), watched AS (
      SELECT e.*, (SELECT least(coalesce(sum((s->>1)::int - (s->>0)::int), 0), ${sql.lit(longestWatchTime)})::int
        FROM jsonb_array_elements(e."sections") s) AS "watchTime" FROM ended e
    ), saved AS (
      INSERT INTO "localVideoViewer" ("startDate", "endDate", "watchTime", "client", "device", "operatingSystem",
        "country", "subdivisionName", "uuid", "url", "videoId", "createdAt")
      SELECT "startedAt", "seenAt", "watchTime", "client", "device", "operatingSystem", "country", "subdivisionName",
        "uuid", ${urlPrefix}::text || "uuid", "videoId", now()
      FROM watched WHERE "watchTime" > 0 RETURNING "id", "uuid"
    )
    INSERT INTO "localVideoViewerWatchSection" ("watchStart", "watchEnd", "localVideoViewerId", "createdAt")
    SELECT (s->>0)::int, (s->>1)::int, saved."id", now()
    FROM saved JOIN watched ON watched."uuid" = saved."uuid", jsonb_array_elements(watched."sections") s`.execute(db)
}

export async function deleteStatsBefore(db: Db | Tx, before: Date, remote: boolean): Promise<void> {
  await sql`
    DELETE FROM "videoStat" s USING "video" v
    WHERE v."id" = s."videoId" AND v."remote" = ${remote} AND s."startDate" < ${before}`.execute(db)
}
