import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { retentionStep, type RetentionChange } from './retention.ts'

/**
 * Sections become ranges of points of the curve; those of one viewer that overlap are one, so that who watches a scene
 * twice counts once.
 */
export async function findRetention(
  db: Db | Tx,
  videoId: number,
  duration: number,
): Promise<{ viewers: number; changes: RetentionChange[] }> {
  const step = sql.lit(retentionStep(duration))
  const { rows } = await sql<{ viewers: number; changes: RetentionChange[] }>`
    WITH viewer AS (
      SELECT "id" FROM "localVideoViewer" WHERE "videoId" = ${videoId}
    ), watched AS (
      SELECT unnest(range_agg(int8range((s."watchStart"::bigint + ${step} - 1) / ${step},
               s."watchEnd"::bigint / ${step} + 1))) AS points
        FROM viewer JOIN "localVideoViewerWatchSection" s ON s."localVideoViewerId" = viewer."id"
       WHERE s."watchStart" >= 0 AND (s."watchStart"::bigint + ${step} - 1) / ${step} <= s."watchEnd" / ${step}
       GROUP BY s."localVideoViewerId"
    ), changed AS (
      SELECT index, sum(change)::int AS change
        FROM (SELECT lower(points) AS index, 1 AS change FROM watched
              UNION ALL SELECT upper(points), -1 FROM watched) moment
       GROUP BY index
    )
    SELECT (SELECT count(*)::int FROM viewer) AS viewers,
           coalesce((SELECT json_agg(json_build_object('index', index, 'change', change)) FROM changed), '[]'::json)
             AS changes`.execute(db)
  return rows[0]!
}
