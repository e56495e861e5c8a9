import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { presentPerBucket, type TimeseriePlan } from './timeserie-plan.ts'

export interface Point {
  date: string
  value: number
}

/**
 * CTE `bucket`: number from 1, beginning; CTE `bounds`: their beginnings and the end of the last one as an array, so
 * that `width_bucket` finds the bucket of a moment: 0 before the first one, one too many after the last.
 */
function buckets({ interval, start, end }: TimeseriePlan): RawBuilder<unknown> {
  const step = sql`${interval}::interval`
  return sql`
    bucket AS (
      SELECT (row_number() OVER (ORDER BY at))::int AS number, at AT TIME ZONE 'UTC' AS begins,
             (at + ${step}) AT TIME ZONE 'UTC' AS ends
        FROM generate_series(${start}::timestamptz AT TIME ZONE 'UTC', ${end}::timestamptz AT TIME ZONE 'UTC', ${step}) at
    ), bounds AS (
      SELECT array_agg(begins ORDER BY number) || max(ends) AS list, min(begins) AS first, max(ends) AS last FROM bucket
    )`
}

/** Present viewers per bucket. */
export async function findViewersSerie(db: Db | Tx, videoId: number, plan: TimeseriePlan): Promise<Point[]> {
  const { rows } = await sql<{ number: number; begins: Date | null; arrivals: number; departures: number }>`
    WITH ${buckets(plan)}, present AS (
      SELECT width_bucket(l."startDate", bounds.list) AS arrival, width_bucket(l."endDate", bounds.list) AS departure
        FROM bounds, "localVideoViewer" l
       WHERE l."videoId" = ${videoId} AND l."startDate" < bounds.last AND l."endDate" >= bounds.first
    ), arrived AS (SELECT arrival AS number, count(*)::int AS viewers FROM present GROUP BY 1),
    departed AS (SELECT departure AS number, count(*)::int AS viewers FROM present GROUP BY 1)
    SELECT b.number, b.begins, coalesce(arrived.viewers, 0) AS arrivals, coalesce(departed.viewers, 0) AS departures
      FROM (SELECT number, begins FROM bucket UNION ALL SELECT 0, NULL) b
      LEFT JOIN arrived ON arrived.number = b.number LEFT JOIN departed ON departed.number = b.number
     ORDER BY b.number`.execute(db)
  const values = presentPerBucket(
    rows.map((row) => row.arrivals),
    rows.map((row) => row.departures),
  )
  return rows.slice(1).map((row, index) => ({ date: row.begins!.toISOString(), value: values[index]! }))
}

/** `amounts` has columns `at` and `amount` and sees `bounds`; sums per bucket. */
async function sumPerBucket(db: Db | Tx, plan: TimeseriePlan, amounts: RawBuilder<unknown>): Promise<Point[]> {
  const { rows } = await sql<{ begins: Date; value: number }>`
    WITH ${buckets(plan)}, summed AS (
      SELECT width_bucket(amounts.at, bounds.list) AS number, sum(amounts.amount)::float8 AS value
        FROM bounds, LATERAL (${amounts}) amounts GROUP BY 1
    )
    SELECT bucket.begins, coalesce(summed.value, 0) AS value
      FROM bucket LEFT JOIN summed ON summed.number = bucket.number ORDER BY bucket.number`.execute(db)
  return rows.map(({ begins, value }) => ({ date: begins.toISOString(), value }))
}

/** Seconds, where the viewer left. */
export function findWatchTimeSerie(db: Db | Tx, videoId: number, plan: TimeseriePlan): Promise<Point[]> {
  return sumPerBucket(
    db,
    plan,
    sql`SELECT l."endDate" AS at, l."watchTime" AS amount FROM "localVideoViewer" l
         WHERE l."videoId" = ${videoId} AND l."endDate" >= bounds.first AND l."endDate" < bounds.last`,
  )
}

/**
 * Known by the hour; those of the last minutes are not in their hour yet. The hour in which the video was made counts
 * from its creation on, where its chart begins.
 */
export function findDownloadsSerie(db: Db | Tx, videoId: number, plan: TimeseriePlan): Promise<Point[]> {
  return sumPerBucket(
    db,
    plan,
    sql`SELECT moment.at, d.amount FROM (
          SELECT s."startDate" AS hour, s."downloads" AS amount FROM "videoStat" s WHERE s."videoId" = ${videoId}
          UNION ALL
          SELECT date_trunc('hour', n."at"), 1 FROM sepiola."videoCount" n
           WHERE n."videoId" = ${videoId} AND n."kind" = 'download'
        ) d JOIN "video" v ON v."id" = ${videoId}, LATERAL (
          SELECT CASE WHEN d.hour = date_trunc('hour', v."createdAt") THEN v."createdAt" ELSE d.hour END AS at
        ) moment WHERE moment.at >= bounds.first AND moment.at < bounds.last`,
  )
}
