import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { processIdentity } from '../db/process-identity.ts'
import { cancelChannel } from './cancel-job.sql.ts'
import type { JobDefinition } from './define-job.ts'
import { newJobChannel } from './enqueue.sql.ts'
import { clearDueFailure, completeJob, failJob, retryJob, returnJobs, takeDueFailures } from './finish-job.sql.ts'
import { reclaimJobs } from './reclaim-jobs.sql.ts'
import { runJob, type JobRun, type Outcome } from './run-job.ts'
import { promoteDelayed, renewLeases, takeJobs, writeProgress, type TakenJob } from './take-jobs.sql.ts'

export interface WorkerOptions {
  ctx: Context
  jobs: readonly JobDefinition<any>[]
  /** Jobs of all types together that run at once on this node; default: no bound. */
  concurrencyBudget?: number
  /** ms; for tests. */
  timing?: Partial<Timing>
}

interface Timing {
  /** After this without a heartbeat other nodes take the job. */
  lease: number
  heartbeat: number
  /** Looks for what no notification announced: dead workers, lost notifications. */
  poll: number
  /** How long `stop` waits for aborted jobs. */
  stopGrace: number
}

export interface Worker {
  /** Ids of the jobs that run here. */
  running(): number[]
  /** Takes no more jobs, aborts the running ones and returns them to the queue; done within 3 s. */
  stop(): Promise<void>
}

const defaults: Timing = { lease: 60_000, heartbeat: 20_000, poll: 5000, stopGrace: 2500 }

/** Runs jobs of the given types until it is stopped. Any number of workers may share a database. */
export async function startWorker({ ctx, jobs, concurrencyBudget, timing }: WorkerOptions): Promise<Worker> {
  const worker = new JobWorker(ctx, jobs, concurrencyBudget ?? 10_000, { ...defaults, ...timing })
  await worker.start()
  return worker
}

class JobWorker implements Worker {
  readonly #ctx: Context
  readonly #definitions: Map<string, JobDefinition<any>>
  readonly #budget: number
  readonly #timing: Timing
  readonly #name = `${processIdentity()}/${randomUUID().slice(0, 8)}`
  readonly #runs = new Map<number, { run: JobRun; type: string; ended: Promise<void> }>()
  /** Forgotten at each heartbeat, which reads the wish from the row. */
  readonly #cancelledEarly = new Set<number>()
  #unlisten: (() => void)[] = []
  #timers: NodeJS.Timeout[] = []
  #delayTimer: NodeJS.Timeout | undefined
  #filling: Promise<void> | undefined
  #fillAgain = false
  #sweeping: Promise<void> | undefined
  #stopped: Promise<void> | undefined

  constructor(ctx: Context, jobs: readonly JobDefinition<any>[], budget: number, timing: Timing) {
    this.#ctx = ctx
    this.#definitions = new Map(jobs.map((job) => [job.type, job]))
    this.#budget = budget
    this.#timing = timing
  }

  async start(): Promise<void> {
    const { notifier } = this.#ctx
    const look = () => this.#look()
    this.#unlisten = [
      await notifier.listen(newJobChannel, (type) => (type === '' ? this.#look() : this.#announced(type)), look),
      await notifier.listen(cancelChannel, (id) => this.#cancel(Number(id)), look),
    ]
    this.#timers = [
      setInterval(look, this.#timing.poll),
      setInterval(() => void this.#heartbeat(), this.#timing.heartbeat),
    ]
    look()
  }

  running(): number[] {
    return [...this.#runs.keys()]
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  /** A job may be cancelled while the answer that gives it to this node is on its way. */
  #cancel(id: number): void {
    const running = this.#runs.get(id)
    if (running) running.run.abort('cancelled')
    else this.#cancelledEarly.add(id)
  }

  #announced(type: string): void {
    if (this.#definitions.has(type)) this.#fill()
  }

  #look(): void {
    this.#fill()
    this.#sweep()
  }

  /** Takes jobs until the slots are full or the queue is empty; one query at a time. */
  #fill(): void {
    if (this.#stopped) return
    this.#fillAgain = true
    this.#filling ??= this.#fillSlots().finally(() => (this.#filling = undefined))
  }

  async #fillSlots(): Promise<void> {
    while (this.#fillAgain && !this.#stopped) {
      this.#fillAgain = false
      try {
        if (await this.#takeSome()) this.#fillAgain = true
      } catch (error) {
        // The next poll tries again.
        if (!this.#stopped) this.#ctx.log.warn({ err: error }, 'Cannot take jobs')
      }
    }
  }

  async #takeSome(): Promise<boolean> {
    const slots = this.#freeSlots()
    const budget = this.#budget - this.#runs.size
    if (slots.length === 0 || budget <= 0) return false
    const taken = await takeJobs(this.#ctx.db, {
      worker: this.#name,
      lease: this.#timing.lease,
      types: slots.map(([type]) => type),
      slots: slots.map(([, free]) => free),
      budget,
    })
    for (const job of taken) this.#run(job)
    if (taken.length > 0) return true
    const { promoted, nextIn } = await promoteDelayed(this.#ctx.db)
    clearTimeout(this.#delayTimer)
    if (nextIn !== null && nextIn < this.#timing.poll && !this.#stopped) {
      this.#delayTimer = setTimeout(() => this.#fill(), Math.ceil(nextIn))
    }
    return promoted > 0
  }

  #freeSlots(): [type: string, free: number][] {
    const used = new Map<string, number>()
    for (const { type } of this.#runs.values()) used.set(type, (used.get(type) ?? 0) + 1)
    const free: [string, number][] = []
    for (const [type, { concurrency }] of this.#definitions) {
      const count = Math.floor(concurrency?.(this.#ctx.settings.current) ?? 1) - (used.get(type) ?? 0)
      if (count > 0) free.push([type, count])
    }
    return free
  }

  #run(job: TakenJob): void {
    const definition = this.#definitions.get(job.type)!
    const run = runJob(this.#ctx, definition, job, (percent) =>
      writeProgress(this.#ctx.db, this.#name, job.id, percent),
    )
    const ended = run.done
      .then((outcome) => this.#persist(definition, job, outcome))
      .finally(() => {
        this.#runs.delete(job.id)
        this.#fill()
      })
    this.#runs.set(job.id, { run, type: job.type, ended })
    if (this.#cancelledEarly.delete(job.id)) run.abort('cancelled')
    // Taken while `stop` was called.
    if (this.#stopped) run.abort('stopping')
  }

  /** Tried again while the database is away, as long as the lease may hold. */
  async #persist(definition: JobDefinition<any>, job: TakenJob, outcome: Outcome): Promise<void> {
    for (const giveUp = Date.now() + this.#timing.lease; ; await sleep(500)) {
      try {
        return await this.#write(definition, job, outcome)
      } catch (error) {
        this.#ctx.log.warn({ err: error, job: job.id }, 'Cannot write the end of a job')
        if (Date.now() > giveUp || this.#stopped) return
      }
    }
  }

  async #write(definition: JobDefinition<any>, job: TakenJob, outcome: Outcome): Promise<void> {
    const { db } = this.#ctx
    if (outcome.kind === 'lost') return
    if (outcome.kind === 'completed') return completeJob(db, this.#name, job.id)
    if (outcome.kind === 'returned') return returnJobs(db, this.#name, [job.id])
    if (outcome.retry) {
      const delay = definition.backoff?.(job.attempts) ?? 60_000 * 2 ** (job.attempts - 1)
      return retryJob(db, this.#name, job.id, outcome, delay)
    }
    await failJob(db, this.#name, job.id, outcome)
    this.#sweep()
  }

  async #heartbeat(): Promise<void> {
    this.#cancelledEarly.clear()
    if (this.#runs.size === 0) return
    try {
      const before = [...this.#runs.keys()]
      const held = new Map(
        (await renewLeases(this.#ctx.db, this.#name, this.#timing.lease)).map((job) => [job.id, job.cancelRequested]),
      )
      for (const id of before) {
        const cancelled = held.get(id)
        if (cancelled) this.#runs.get(id)?.run.abort('cancelled')
        if (cancelled === undefined) this.#runs.get(id)?.run.abort('lost')
      }
    } catch (error) {
      this.#ctx.log.warn({ err: error }, 'Cannot renew the leases of the running jobs')
    }
  }

  /** What others left: jobs of dead workers, and failures that nobody was told of. */
  #sweep(): void {
    if (this.#stopped) return
    this.#sweeping ??= this.#sweepOnce().finally(() => (this.#sweeping = undefined))
  }

  async #sweepOnce(): Promise<void> {
    try {
      if ((await reclaimJobs(this.#ctx.db, this.#name)) > 0) this.#fill()
      // A node that is busy all the time would otherwise never look at the delayed ones.
      if ((await promoteDelayed(this.#ctx.db)).promoted > 0) this.#fill()
      for (;;) {
        const failures = await takeDueFailures(this.#ctx.db, [...this.#definitions.keys()])
        if (failures.length === 0) return
        for (const { type, ...failure } of failures) {
          try {
            await this.#definitions.get(type)!.failed?.(this.#ctx, failure)
            await clearDueFailure(this.#ctx.db, failure.id)
          } catch (error) {
            this.#ctx.log.error({ err: error, job: failure.id, type }, 'Cannot handle the failure of a job')
          }
        }
      }
    } catch (error) {
      if (!this.#stopped) this.#ctx.log.warn({ err: error }, 'Cannot look after the job queue')
    }
  }

  async #stop(): Promise<void> {
    for (const unlisten of this.#unlisten) unlisten()
    for (const timer of this.#timers) clearInterval(timer)
    clearTimeout(this.#delayTimer)
    const grace = new AbortController()
    const late = sleep(this.#timing.stopGrace, undefined, { signal: grace.signal }).catch(() => {})
    await Promise.race([this.#filling, late])
    for (const { run } of this.#runs.values()) run.abort('stopping')
    await Promise.race([Promise.all([...this.#runs.values()].map(({ ended }) => ended)), late])
    await Promise.race([this.#sweeping, late])
    grace.abort()
    // These did not react in time; whatever they still do, the queue has them back.
    await returnJobs(this.#ctx.db, this.#name, [...this.#runs.keys()])
  }
}
