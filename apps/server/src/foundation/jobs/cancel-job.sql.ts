import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { markFailed } from './finish-job.sql.ts'

/** The payload is the job's id. */
export const cancelChannel = 'sepiola_job_cancel'

export const cancelledError = 'The job was cancelled'

/**
 * Cancels a job: an active one is aborted by its worker shortly after (`requested`), a waiting one fails at once
 * (`cancelled`). Undefined when there is no such job.
 */
export async function requestCancel(db: Db, id: number): Promise<'requested' | 'cancelled' | 'finished' | undefined> {
  return db.transaction().execute(async (tx) => {
    const job = await tx.selectFrom('sepiola.job').select('state').where('id', '=', id).forUpdate().executeTakeFirst()
    if (!job) return undefined
    if (job.state === 'completed' || job.state === 'failed') return 'finished'
    if (job.state !== 'active') {
      await markFailed(tx, id, cancelledError, true)
      return 'cancelled'
    }
    await tx.updateTable('sepiola.job').set({ cancelRequested: true }).where('id', '=', id).execute()
    await sql`SELECT pg_notify(${cancelChannel}, ${String(id)})`.execute(tx)
    return 'requested'
  })
}
