import { z } from 'zod'
import type { Context } from '../context.ts'
import { cancelledError } from './cancel-job.sql.ts'
import type { JobDefinition } from './define-job.ts'
import { jobChannel } from '../tracing-channels.ts'
import type { TakenJob } from './take-jobs.sql.ts'

/** What the worker has to write about the job. `lost`: nothing, another worker has it. */
export type Outcome =
  | { kind: 'completed' }
  | { kind: 'failed'; error: string; stack?: string | undefined; retry: boolean; cancelled: boolean }
  | { kind: 'returned' }
  | { kind: 'lost' }

type AbortKind = 'cancelled' | 'timeout' | 'stopping' | 'lost'

export interface JobRun {
  done: Promise<Outcome>
  abort(kind: AbortKind): void
}

const messages: Record<AbortKind, string> = {
  cancelled: cancelledError,
  timeout: 'The job took too long',
  stopping: 'The server stops',
  lost: 'The job went to another worker',
}

/** A run that does not react to its signal is given up after this. */
const abortGrace = 10_000
const progressEvery = 1000

/** Starts a job; `saveProgress` is called at most once a second. */
export function runJob(
  ctx: Context,
  definition: JobDefinition<any>,
  job: TakenJob,
  saveProgress: (percent: number) => Promise<void>,
): JobRun {
  const controller = new AbortController()
  let aborted: AbortKind | undefined
  let giveUp: () => void = () => {}
  let graceTimer: NodeJS.Timeout | undefined
  const givenUp = new Promise<void>((done) => (giveUp = done))
  const abort = (kind: AbortKind) => {
    if (aborted && kind !== 'stopping') return
    aborted = aborted === 'cancelled' || aborted === 'lost' ? aborted : kind
    controller.abort(new Error(messages[kind]))
    graceTimer ??= setTimeout(giveUp, abortGrace)
  }
  const progress = throttleProgress(saveProgress)
  const timeout = definition.timeout?.(ctx.settings.current)
  const timer = timeout === undefined ? undefined : setTimeout(() => abort('timeout'), timeout)

  const work = async (): Promise<Outcome> => {
    const parsed = definition.payload().safeParse(job.payload)
    if (!parsed.success) {
      const error = `Unusable payload: ${z.prettifyError(parsed.error)}`
      return { kind: 'failed', error, retry: false, cancelled: false }
    }
    const run = () =>
      definition.run(ctx, {
        id: job.id,
        payload: parsed.data,
        attempt: job.attempts,
        signal: controller.signal,
        progress: progress.report,
      })
    const running = jobChannel.tracePromise(run, { id: job.id, type: job.type, attempt: job.attempts })
    const finished = await Promise.race([running.then(() => true), givenUp.then(() => false)])
    if (finished) return { kind: 'completed' }
    ctx.log.warn({ job: job.id, type: job.type }, `The job did not react to "${messages[aborted!]}"`)
    running.catch(() => {})
    throw new Error(messages[aborted!])
  }

  const done = work()
    .catch((error: unknown): Outcome => {
      if (aborted === 'stopping') return { kind: 'returned' }
      if (aborted === 'lost') return { kind: 'lost' }
      if (aborted === 'cancelled') return { kind: 'failed', error: cancelledError, retry: false, cancelled: true }
      const text = aborted === 'timeout' ? messages.timeout : textOf(error)
      ctx.log.error({ err: error, job: job.id, type: job.type, attempt: job.attempts }, `Job failed: ${text}`)
      const stack = aborted === 'timeout' ? undefined : stackOf(error)
      return { kind: 'failed', error: text, stack, retry: job.attempts < job.maxAttempts, cancelled: false }
    })
    .finally(() => {
      clearTimeout(timer)
      clearTimeout(graceTimer)
      progress.stop()
    })
  return { done, abort }
}

function throttleProgress(save: (percent: number) => Promise<void>) {
  let latest = 0
  let savedAt = 0
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  return {
    report(percent: number) {
      latest = Math.min(100, Math.max(0, Math.round(percent)))
      if (stopped || timer) return
      timer = setTimeout(
        () => {
          timer = undefined
          savedAt = Date.now()
          // The next report repairs what this one missed.
          save(latest).catch(() => {})
        },
        Math.max(0, savedAt + progressEvery - Date.now()),
      )
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}

const longestStack = 8000

/** Where it happened, with the errors that caused it. */
function stackOf(error: unknown): string | undefined {
  const stacks: string[] = []
  for (let at = error; at instanceof Error && stacks.length < 5; at = at.cause) stacks.push(at.stack ?? at.message)
  return stacks.length > 0 ? stacks.join('\nCaused by: ').slice(0, longestStack) : undefined
}
