import type { Db, Tx } from '../db/database.ts'
import type { JobDefinition } from './define-job.ts'

export interface EnqueueOptions {
  /** Lower runs first; default 0. */
  priority?: number
  /** Not before this moment. */
  runAt?: Date
  /** Runs after this job completed; fails when that one fails. */
  after?: number
  /** Shown as the parent in the jobs API. */
  parent?: number
  /** While a job with this key waits or runs, a second one is not added (its id is returned). */
  key?: string
  /** Instead of the number that the job's definition has. */
  attempts?: number
}

export interface JobQueue {
  /** Adds a row in the caller's transaction; returns the job's id. */
  add<P>(tx: Tx | Db, job: JobDefinition<P>, payload: P, options?: EnqueueOptions): Promise<number>
  /** Of a job that some node runs. */
  definition(type: string): JobDefinition<any> | undefined
}
