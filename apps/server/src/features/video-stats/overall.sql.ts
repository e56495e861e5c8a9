import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

/** Either end may be open. */
export interface Period {
  startDate?: Date | undefined
  endDate?: Date | undefined
}

/** Rows of viewers (alias `l`) of a video whose presence overlaps the period. */
function present(videoId: number, { startDate, endDate }: Period): RawBuilder<unknown> {
  return sql`l."videoId" = ${videoId}
    ${startDate ? sql`AND l."endDate" >= ${startDate}` : sql``}
    ${endDate ? sql`AND l."startDate" <= ${endDate}` : sql``}`
}

export interface NamedCount {
  name: string
  viewers: number
}

/** How often each value occurs, most frequent first; what is not known is left out. */
function breakdown(column: RawBuilder<unknown>): RawBuilder<NamedCount[]> {
  return sql`coalesce((
    SELECT json_agg(json_build_object('name', name, 'viewers', viewers) ORDER BY viewers DESC, name)
      FROM (SELECT ${column} AS name, count(*) AS viewers FROM present
             WHERE ${column} IS NOT NULL GROUP BY 1) counted), '[]'::json)`
}

export interface OverallRow {
  totalViewers: number
  /** Seconds, of those who came and went within the period. */
  totalWatchTime: number
  averageWatchTime: number
  viewersPeak: number
  viewersPeakDate: string | null
  countries: NamedCount[]
  subdivisions: NamedCount[]
}

/**
 * Spec 03 §8 "Stats". The peak is the largest number of viewers present at once within the period, at its first moment:
 * one sweep over arrivals and departures.
 */
export async function findOverall(db: Db | Tx, videoId: number, period: Period): Promise<OverallRow> {
  const { startDate, endDate } = period
  const arrival = startDate ? sql`greatest("startDate", ${startDate}::timestamptz)` : sql`"startDate"`
  const { rows } = await sql<OverallRow>`
    WITH present AS (
      SELECT l."startDate", l."endDate", l."watchTime", l."country", l."subdivisionName",
             ${startDate ? sql`l."startDate" >= ${startDate}` : sql`true`}
             AND ${endDate ? sql`l."endDate" <= ${endDate}` : sql`true`} AS inside
        FROM "localVideoViewer" l WHERE ${present(videoId, period)}
    ), moment AS (
      SELECT ${arrival} AS at, 1 AS change FROM present
      UNION ALL
      SELECT "endDate", -1 FROM present
    ), level AS (
      SELECT at, sum(change) OVER (ORDER BY at, change DESC ROWS UNBOUNDED PRECEDING) AS viewers FROM moment
    ), peak AS (
      SELECT at, viewers FROM level ORDER BY viewers DESC, at LIMIT 1
    )
    SELECT (SELECT count(*)::int FROM present) AS "totalViewers",
           (SELECT coalesce(sum("watchTime") FILTER (WHERE inside), 0)::float8 FROM present) AS "totalWatchTime",
           (SELECT coalesce(round(avg("watchTime") FILTER (WHERE inside)), 0)::float8 FROM present) AS "averageWatchTime",
           coalesce((SELECT viewers::int FROM peak), 0) AS "viewersPeak",
           (SELECT to_json(at)#>>'{}' FROM peak) AS "viewersPeakDate",
           ${breakdown(sql`"country"`)} AS countries,
           ${breakdown(sql`"subdivisionName"`)} AS subdivisions`.execute(db)
  return rows[0]!
}

export interface UserAgentRow {
  clients: NamedCount[]
  devices: NamedCount[]
  operatingSystems: NamedCount[]
}

export async function findUserAgents(db: Db | Tx, videoId: number, period: Period): Promise<UserAgentRow> {
  const { rows } = await sql<UserAgentRow>`
    WITH present AS (
      SELECT l."client", l."device", l."operatingSystem" FROM "localVideoViewer" l WHERE ${present(videoId, period)}
    )
    SELECT ${breakdown(sql`"client"`)} AS clients, ${breakdown(sql`"device"`)} AS devices,
           ${breakdown(sql`"operatingSystem"`)} AS "operatingSystems"`.execute(db)
  return rows[0]!
}
