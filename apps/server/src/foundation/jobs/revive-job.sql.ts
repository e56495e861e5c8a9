import { sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import { earlierFailed, newJobChannel } from './enqueue.sql.ts'

export interface LockedJob {
  id: number
  type: string
  state: string
  payload: unknown
  after: number | null
  /** Null: there is no such job, or not any more. */
  afterState: string | null
  /** `failed` of its definition is still to be called. */
  settling: boolean
}

const lockedColumns = sql`job."id", job."type", job."state", job."payload", job."after", job."failureDue" IS NOT NULL AS "settling",
  (SELECT earlier."state" FROM sepiola.job AS earlier WHERE earlier."id" = job."after") AS "afterState"`

export async function lockJob(tx: Tx, id: number): Promise<LockedJob | undefined> {
  const { rows } = await sql<LockedJob>`
    SELECT ${lockedColumns} FROM sepiola.job WHERE "id" = ${id} FOR UPDATE`.execute(tx)
  return rows[0]
}

/** Those that failed for no other reason than this one. */
export async function findFailedFollowers(tx: Tx, id: number): Promise<LockedJob[]> {
  const { rows } = await sql<LockedJob>`
    SELECT ${lockedColumns} FROM sepiola.job
     WHERE "after" = ${id} AND "state" = 'failed' AND "error" = ${earlierFailed(id)} ORDER BY "id" FOR UPDATE`.execute(
    tx,
  )
  return rows
}

/** One more attempt, at once or when the job before it is done. */
export async function reviveRow(tx: Tx, id: number, blocked: boolean): Promise<void> {
  await sql`
    WITH revived AS (
      UPDATE sepiola.job SET "state" = ${blocked ? 'blocked' : 'waiting'}, "progress" = 0, "crashes" = 0,
        "maxAttempts" = greatest("maxAttempts", "attempts" + 1), "cancelRequested" = false, "runAt" = clock_timestamp(),
        "processedAt" = NULL, "finishedAt" = NULL
      WHERE "id" = ${id} RETURNING "type"
    )
    SELECT pg_notify(${newJobChannel}, "type") FROM revived`.execute(tx)
}

/** Tried at once instead of later. */
export async function hurryJob(tx: Tx, id: number): Promise<void> {
  await sql`
    WITH hurried AS (
      UPDATE sepiola.job SET "state" = 'waiting', "runAt" = clock_timestamp() WHERE "id" = ${id} RETURNING "type"
    )
    SELECT pg_notify(${newJobChannel}, "type") FROM hurried`.execute(tx)
}

/** Removes the row of a failed job that nobody has to be told of any more. */
export async function deleteFailedJob(db: Db, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('sepiola.job')
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .where('failureDue', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
