import type { Context } from '../context.ts'
import { startLeadership } from '../db/advisory-lock.ts'
import type { Connection } from '../db/connect.ts'
import type { Schedule } from '../feature.ts'
import { findLastRun, saveLastRun } from './schedules.sql.ts'

export interface ScheduleOptions {
  ctx: Context
  /** For the session lock that makes this node the leader. */
  connection: Connection
  schedules: readonly Schedule[]
  /** ms between two tries to become the leader; default 5 s. */
  retryEvery?: number
}

/** Timers hold 2^31 ms at most, and settings may change meanwhile: asked again at least this often. */
const longestSleep = 600_000

/**
 * Runs each schedule when `every` has passed since its last run on any node, on the one node that leads. Times are kept
 * in the database: a restart neither repeats nor delays a daily task.
 */
export function startSchedules({ ctx, connection, schedules, retryEvery }: ScheduleOptions): { stop(): Promise<void> } {
  let reign: { end: AbortController; runs: Promise<void>[] } | undefined
  const resign = async () => {
    const ending = reign
    reign = undefined
    ending?.end.abort(new Error('This node does not lead any more'))
    await Promise.all(ending?.runs ?? [])
  }
  const leadership = startLeadership({
    connection,
    name: 'sepiola schedules',
    log: ctx.log,
    ...(retryEvery === undefined ? {} : { retryEvery }),
    onChange(leader) {
      if (!leader) return void resign()
      const end = new AbortController()
      reign = { end, runs: schedules.map((schedule) => repeat(ctx, schedule, end.signal)) }
    },
  })
  return {
    async stop() {
      // First end the work, then let another node lead.
      await resign()
      await leadership.stop()
      await resign()
    },
  }
}

async function repeat(ctx: Context, schedule: Schedule, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const every = schedule.every(ctx)
      const last = await findLastRun(ctx.db, schedule.name)
      const wait = last === undefined ? 0 : every - last.ago
      if (wait > 0 || every === Infinity) {
        await pause(Math.min(wait, longestSleep), signal)
        continue
      }
      try {
        await schedule.run(ctx, signal)
      } finally {
        if (!signal.aborted) await saveLastRun(ctx.db, schedule.name)
      }
    } catch (error) {
      if (signal.aborted) return
      ctx.log.error({ err: error, schedule: schedule.name }, `The scheduled task ${schedule.name} failed`)
      await pause(1000, signal)
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done()
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      done()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })
}
