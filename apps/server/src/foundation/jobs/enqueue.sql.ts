import { sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'

/** Workers listen here; the payload is the job's type. */
export const newJobChannel = 'sepiola_job'

export interface NewJob {
  type: string
  payload: unknown
  maxAttempts: number
  priority: number
  runAt: Date | null
  after: number | null
  parent: number | null
  key: string | null
}

/** Undefined when an unfinished job has that key. The notification leaves with the caller's transaction. */
export async function insertJob(db: Db | Tx, job: NewJob): Promise<number | undefined> {
  const earlier = job.after === null ? undefined : await stateOf(db, job.after)
  const fails = earlier === 'failed'
  const blocked = earlier !== undefined && earlier !== 'failed' && earlier !== 'completed'
  const { rows } = await sql<{ id: number }>`
    WITH added AS (
      INSERT INTO sepiola.job
        ("type", "state", "priority", "payload", "runAt", "key", "parent", "after", "maxAttempts",
         "error", "finishedAt", "failureDue")
      SELECT ${job.type},
        CASE WHEN ${fails}::boolean THEN 'failed' WHEN ${blocked}::boolean THEN 'blocked'
          WHEN ${job.runAt}::timestamptz > now() THEN 'delayed' ELSE 'waiting' END,
        ${job.priority}, ${JSON.stringify(job.payload)}::jsonb, coalesce(${job.runAt}::timestamptz, now()), ${job.key},
        ${job.parent}::bigint, ${job.after}::bigint, ${job.maxAttempts}::integer,
        CASE WHEN ${fails}::boolean THEN ${earlierFailed(job.after)} END,
        CASE WHEN ${fails}::boolean THEN now() END, CASE WHEN ${fails}::boolean THEN now() END
      ON CONFLICT ("type", "key")
        WHERE "key" IS NOT NULL AND "state" IN ('blocked', 'delayed', 'waiting', 'active') DO NOTHING
      RETURNING "id"
    )
    SELECT "id", pg_notify(${newJobChannel}, ${job.type}) FROM added`.execute(db)
  return rows[0]?.id
}

export function earlierFailed(id: number | null): string {
  return `The job ${id} that had to come first failed`
}

export async function findUnfinishedByKey(db: Db | Tx, type: string, key: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('sepiola.job')
    .select('id')
    .where('type', '=', type)
    .where('key', '=', key)
    .where('state', 'in', ['blocked', 'delayed', 'waiting', 'active'])
    .executeTakeFirst()
  return row?.id
}

/** Keeps that job from finishing before the caller's transaction ends, so that its follower is not forgotten. */
async function stateOf(db: Db | Tx, id: number) {
  const row = await db.selectFrom('sepiola.job').select('state').where('id', '=', id).forShare().executeTakeFirst()
  if (!row) throw new Error(`There is no job ${id} to wait for`)
  return row.state
}
