import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { z } from 'zod'
import { systemClock } from '../clock.ts'
import type { Context } from '../context.ts'
import { openDatabase, type Connection } from '../db/connect.ts'
import { createNotifier } from '../db/create-notifier.ts'
import type { Db } from '../db/database.ts'
import { createJobQueue } from './create-job-queue.ts'
import { defineJob, type JobDefinition } from './define-job.ts'
import { findJob, type ListedJob } from './job-list.sql.ts'
import { startWorker, type Worker, type WorkerOptions } from './worker.ts'

/** As much of a node as jobs need; for tests of the queue. */
export interface TestNode {
  ctx: Context
  db: Db
  work(jobs: readonly JobDefinition<any>[], options?: Omit<WorkerOptions, 'ctx' | 'jobs'>): Promise<Worker>
  close(): Promise<void>
}

export async function startTestNode(connection: Connection): Promise<TestNode> {
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const { db, close } = await openDatabase({ connection, log })
  const notifier = await createNotifier({ connection, db, log })
  const settings = { current: {} }
  const jobs = createJobQueue()
  const ctx = { db, log, notifier, settings, jobs, clock: systemClock, testMode: true } as unknown as Context
  const workers: Worker[] = []
  return {
    ctx,
    db,
    async work(definitions, options = {}) {
      const worker = await startWorker({ ctx, jobs: definitions, ...options })
      workers.push(worker)
      return worker
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()))
      await notifier.close()
      await close()
    },
  }
}

/** A job whose payload is `{ name }`. */
export function namedJob(
  type: string,
  run: JobDefinition<{ name: string }>['run'],
  rest: Partial<JobDefinition<{ name: string }>> = {},
): JobDefinition<{ name: string }> {
  return defineJob({ type, payload: () => z.object({ name: z.string() }), run, ...rest })
}

/** Runs until its signal comes. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_done, fail) => {
    if (signal.aborted) fail(signal.reason as Error)
    signal.addEventListener('abort', () => fail(signal.reason as Error))
  })
}

/** Waits for a job to be in one of these states; fails after 10 s. */
export async function waitForState(db: Db, id: number, ...states: ListedJob['state'][]): Promise<ListedJob> {
  for (const end = Date.now() + 10_000; ; await sleep(5)) {
    const job = await findJob(db, id)
    if (job && states.includes(job.state)) return job
    if (Date.now() > end) throw new Error(`Job ${id} is ${job?.state} and not ${states.join(' or ')}: ${job?.error}`)
  }
}

export async function waitUntil(condition: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + 10_000; !condition(); await sleep(5)) {
    if (Date.now() > end) throw new Error(`Not within 10 s: ${what}`)
  }
}
