import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

export const pausedFlag = 'jobs paused'

export interface TakenJob {
  id: number
  type: string
  payload: unknown
  attempts: number
  maxAttempts: number
}

/** Marks up to `slots` jobs of each type as this worker's, the most urgent ones; none while the queues are paused. */
export async function takeJobs(
  db: Db,
  request: { worker: string; lease: number; types: string[]; slots: number[]; budget: number },
): Promise<TakenJob[]> {
  const { rows } = await sql<TakenJob>`
    WITH next AS (
      SELECT candidate."id"
      FROM unnest(${request.types}::text[], ${request.slots}::integer[]) AS wanted ("type", "slots")
      CROSS JOIN LATERAL (
        SELECT "id", "priority" FROM sepiola.job
        WHERE "state" = 'waiting' AND "type" = wanted."type"
        ORDER BY "priority", "id" LIMIT wanted."slots" FOR UPDATE SKIP LOCKED
      ) AS candidate
      WHERE NOT EXISTS (SELECT FROM sepiola.flag WHERE "name" = ${pausedFlag})
      ORDER BY candidate."priority", candidate."id" LIMIT ${request.budget}
    )
    UPDATE sepiola.job SET "state" = 'active', "worker" = ${request.worker}, "attempts" = "attempts" + 1, "progress" = 0,
      "leaseUntil" = clock_timestamp() + ${request.lease} * interval '1 millisecond', "processedAt" = clock_timestamp()
    FROM next WHERE job."id" = next."id"
    RETURNING job."id", job."type", job."payload", job."attempts", job."maxAttempts"`.execute(db)
  return rows
}

/** Lets the delayed jobs run whose moment has come; returns their number and ms until the next one (null: none). */
export async function promoteDelayed(db: Db): Promise<{ promoted: number; nextIn: number | null }> {
  const { rows } = await sql<{ promoted: number; nextIn: number | null }>`
    WITH promoted AS (
      UPDATE sepiola.job SET "state" = 'waiting' WHERE "id" IN (
        SELECT "id" FROM sepiola.job WHERE "state" = 'delayed' AND "runAt" <= clock_timestamp()
        ORDER BY "runAt" LIMIT 1000 FOR UPDATE SKIP LOCKED
      ) RETURNING 1
    )
    SELECT (SELECT count(*) FROM promoted) AS "promoted",
      (SELECT extract(epoch FROM min("runAt") - clock_timestamp()) * 1000 FROM sepiola.job
        WHERE "state" = 'delayed' AND "runAt" > clock_timestamp()) AS "nextIn"`.execute(db)
  return rows[0]!
}

/** Renews the leases of all jobs of this worker; a running job that is missing in the answer was taken from it. */
export async function renewLeases(
  db: Db,
  worker: string,
  lease: number,
): Promise<{ id: number; cancelRequested: boolean }[]> {
  const { rows } = await sql<{ id: number; cancelRequested: boolean }>`
    UPDATE sepiola.job SET "leaseUntil" = clock_timestamp() + ${lease} * interval '1 millisecond'
    WHERE "worker" = ${worker} AND "state" = 'active' RETURNING "id", "cancelRequested"`.execute(db)
  return rows
}

export async function writeProgress(db: Db, worker: string, id: number, percent: number): Promise<void> {
  await db
    .updateTable('sepiola.job')
    .set({ progress: percent })
    .where('id', '=', id)
    .where('worker', '=', worker)
    .where('state', '=', 'active')
    .execute()
}
