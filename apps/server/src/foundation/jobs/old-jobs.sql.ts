import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { JobDefinition } from './define-job.ts'

const day = 86_400_000
const keptCompleted = 2 * day
const keptFailed = 7 * day

/** Rows of one type and state that are kept at most (spec 02 §10). */
const mostKept = 10_000

/** Deletes finished jobs past their time, and the oldest beyond 10,000 per type and state. Returns their number. */
export async function deleteOldJobs(db: Db, definitions: Iterable<JobDefinition<any>>): Promise<number> {
  const own = [...definitions].filter((definition) => definition.keepCompleted !== undefined)
  const aged = await sql`
    DELETE FROM sepiola.job USING (
      SELECT DISTINCT "type" FROM sepiola.job WHERE "state" IN ('completed', 'failed')
    ) AS found
    LEFT JOIN unnest(${own.map((job) => job.type)}::text[], ${own.map((job) => job.keepCompleted!)}::double precision[])
      AS kept ("type", "ms") USING ("type")
    WHERE job."type" = found."type" AND (
      (job."state" = 'completed'
        AND job."finishedAt" < now() - coalesce(kept."ms", ${keptCompleted}) * interval '1 millisecond')
      OR (job."state" = 'failed' AND job."finishedAt" < now() - ${keptFailed} * interval '1 millisecond'))`.execute(db)
  const surplus = await sql`
    DELETE FROM sepiola.job WHERE "id" IN (
      SELECT "id" FROM (
        SELECT "id", row_number() OVER (PARTITION BY "type", "state" ORDER BY "finishedAt" DESC, "id" DESC) AS "place"
        FROM sepiola.job WHERE "state" IN ('completed', 'failed')
      ) AS placed WHERE "place" > ${mostKept}
    )`.execute(db)
  return Number(aged.numAffectedRows ?? 0) + Number(surplus.numAffectedRows ?? 0)
}
