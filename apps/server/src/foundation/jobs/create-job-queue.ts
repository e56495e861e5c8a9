import type { Db, Tx } from '../db/database.ts'
import type { JobDefinition } from './define-job.ts'
import { findUnfinishedByKey, insertJob } from './enqueue.sql.ts'
import type { EnqueueOptions, JobQueue } from './job-queue.ts'

/** `definitions`: all job types that some node runs, to refuse others; absent: any type is taken. */
export function createJobQueue(definitions?: Iterable<JobDefinition<any>>): JobQueue {
  const known = definitions && new Map([...definitions].map((definition) => [definition.type, definition]))
  return {
    definition: (type) => known?.get(type),
    async add<P>(tx: Tx | Db, job: JobDefinition<P>, payload: P, options: EnqueueOptions = {}): Promise<number> {
      if (known && !known.has(job.type)) throw new Error(`No feature runs jobs of type ${job.type}`)
      job.payload().parse(payload)
      const row = {
        type: job.type,
        payload,
        maxAttempts: options.attempts ?? job.attempts ?? 1,
        priority: options.priority ?? 0,
        runAt: options.runAt ?? null,
        after: options.after ?? null,
        parent: options.parent ?? null,
        key: options.key ?? null,
      }
      for (;;) {
        const id = (await insertJob(tx, row)) ?? (await findUnfinishedByKey(tx, job.type, options.key!))
        // Neither: the job with this key finished between the two queries.
        if (id !== undefined) return id
      }
    },
  }
}
