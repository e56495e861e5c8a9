import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { isGone } from '../db/process-identity.ts'
import { newJobChannel } from './enqueue.sql.ts'
import { markFailed } from './finish-job.sql.ts'

/** A job that takes its node down this often is the reason of it. */
const crashesAllowed = 3

/**
 * Returns the jobs of dead workers to the queue: those whose lease ended, and at once those of processes that are
 * known to have died on this machine. The attempt counts, unless it was the last one. Returns how many were found.
 */
export async function reclaimJobs(db: Db, self: string): Promise<number> {
  const others = await sql<{ worker: string; expired: boolean }>`
    SELECT "worker", min("leaseUntil") < clock_timestamp() AS "expired" FROM sepiola.job
    WHERE "state" = 'active' AND "worker" <> ${self} GROUP BY "worker"`.execute(db)
  const gone = others.rows.filter(({ worker, expired }) => !expired && isGone(worker)).map(({ worker }) => worker)
  if (gone.length === 0 && !others.rows.some(({ expired }) => expired)) return 0
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: number; type: string; crashes: number }>`
      UPDATE sepiola.job SET "state" = 'waiting', "worker" = NULL, "leaseUntil" = NULL, "progress" = 0,
        "crashes" = "crashes" + 1, "attempts" = least("attempts", "maxAttempts" - 1)
      WHERE "state" = 'active' AND "worker" <> ${self}
        AND ("leaseUntil" < clock_timestamp() OR "worker" = ANY(${gone}::text[]))
      RETURNING "id", "type", "crashes"`.execute(tx)
    for (const { id, crashes } of rows) {
      if (crashes > crashesAllowed) await markFailed(tx, id, `The server ended ${crashes} times during this job`, false)
    }
    for (const type of new Set(rows.map((row) => row.type))) {
      await sql`SELECT pg_notify(${newJobChannel}, ${type})`.execute(tx)
    }
    return rows.length
  })
}
