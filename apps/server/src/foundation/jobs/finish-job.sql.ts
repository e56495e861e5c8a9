import { sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import { newJobChannel } from './enqueue.sql.ts'

/** Done: its followers may run. No effect when the job is not this worker's any more. */
export async function completeJob(db: Db, worker: string, id: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql`
      UPDATE sepiola.job SET "state" = 'completed', "progress" = 100, "error" = NULL, "stack" = NULL, "worker" = NULL,
        "leaseUntil" = NULL, "finishedAt" = clock_timestamp()
      WHERE "id" = ${id} AND "worker" = ${worker} AND "state" = 'active' RETURNING 1`.execute(tx)
    // A second statement: it sees followers that were added while the first one waited for their transaction.
    if (rows.length > 0) await releaseFollowers(tx, id)
  })
}

async function releaseFollowers(tx: Tx, id: number): Promise<void> {
  await sql`
    WITH released AS (
      UPDATE sepiola.job SET "state" = CASE WHEN "runAt" > clock_timestamp() THEN 'delayed' ELSE 'waiting' END
      WHERE "after" = ${id} AND "state" = 'blocked' RETURNING "type"
    )
    SELECT pg_notify(${newJobChannel}, "type") FROM released GROUP BY "type"`.execute(tx)
}

export interface Failure {
  error: string
  stack?: string | undefined
}

/** To be tried again after `delay` ms. */
export async function retryJob(
  db: Db,
  worker: string,
  id: number,
  { error, stack }: Failure,
  delay: number,
): Promise<void> {
  await sql`
    WITH retried AS (
      UPDATE sepiola.job SET "state" = 'delayed', "error" = ${error}, "stack" = ${stack ?? null}, "worker" = NULL, "leaseUntil" = NULL,
        "runAt" = clock_timestamp() + ${delay} * interval '1 millisecond'
      WHERE "id" = ${id} AND "worker" = ${worker} AND "state" = 'active' RETURNING "type"
    )
    SELECT pg_notify(${newJobChannel}, "type") FROM retried`.execute(db)
}

/** For good, with all that waits for it. */
export async function failJob(
  db: Db,
  worker: string,
  id: number,
  { error, stack, cancelled }: Failure & { cancelled: boolean },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql`
      SELECT FROM sepiola.job WHERE "id" = ${id} AND "worker" = ${worker} AND "state" = 'active' FOR UPDATE`.execute(tx)
    if (rows.length > 0) await markFailed(tx, id, error, cancelled, stack)
  })
}

/** Fails a job in whatever unfinished state, and its followers. The worker calls the definitions' `failed` later. */
export async function markFailed(tx: Tx, id: number, error: string, cancelled: boolean, stack?: string): Promise<void> {
  await sql`
    UPDATE sepiola.job SET "state" = 'failed', "error" = ${error}, "stack" = ${stack ?? null}, "worker" = NULL, "leaseUntil" = NULL,
      "cancelRequested" = ${cancelled}, "finishedAt" = clock_timestamp(), "failureDue" = clock_timestamp()
    WHERE "id" = ${id}`.execute(tx)
  await sql`
    WITH RECURSIVE follower AS (
      SELECT "id", "after" FROM sepiola.job WHERE "after" = ${id} AND "state" = 'blocked'
      UNION ALL
      SELECT job."id", job."after" FROM sepiola.job JOIN follower ON job."after" = follower."id"
      WHERE job."state" = 'blocked'
    )
    UPDATE sepiola.job SET "state" = 'failed', "finishedAt" = clock_timestamp(), "failureDue" = clock_timestamp(),
      "error" = format('The job %s that had to come first failed', follower."after")
    FROM follower WHERE job."id" = follower."id"`.execute(tx)
  await sql`SELECT pg_notify(${newJobChannel}, '')`.execute(tx)
}

/** Back to the queue as if it had not been taken: the node stops. */
export async function returnJobs(db: Db, worker: string, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    WITH returned AS (
      UPDATE sepiola.job SET "state" = 'waiting', "attempts" = "attempts" - 1, "worker" = NULL, "leaseUntil" = NULL,
        "progress" = 0, "processedAt" = NULL
      WHERE "id" = ANY(${ids}::bigint[]) AND "worker" = ${worker} AND "state" = 'active' RETURNING "type"
    )
    SELECT pg_notify(${newJobChannel}, "type") FROM returned GROUP BY "type"`.execute(db)
}

export interface DueFailure {
  id: number
  type: string
  payload: unknown
  error: string
  cancelled: boolean
}

/**
 * Failed jobs whose `failed` is to be called by this worker. Should it die or throw meanwhile, they are due again after
 * a minute, then after twice the time since the failure.
 */
export async function takeDueFailures(db: Db, types: string[]): Promise<DueFailure[]> {
  const { rows } = await sql<DueFailure>`
    UPDATE sepiola.job
    SET "failureDue" = clock_timestamp() + greatest(interval '1 minute', clock_timestamp() - "finishedAt")
    WHERE "id" IN (
      SELECT "id" FROM sepiola.job WHERE "failureDue" <= clock_timestamp() AND "type" = ANY(${types}::text[])
      ORDER BY "failureDue" LIMIT 20 FOR UPDATE SKIP LOCKED
    )
    RETURNING "id", "type", "payload", coalesce("error", '') AS "error", "cancelRequested" AS "cancelled"`.execute(db)
  return rows
}

export async function clearDueFailure(db: Db, id: number): Promise<void> {
  await db.updateTable('sepiola.job').set({ failureDue: null }).where('id', '=', id).execute()
}
