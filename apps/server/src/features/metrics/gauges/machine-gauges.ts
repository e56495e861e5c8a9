import type { Gauge } from '#foundation/metrics/gauge.ts'
import { countJobs, countRunnerJobs, countRunningLives, countViewers, listRunners } from './machine-figures.sql.ts'

/** ms after its last word that a browser still counts as watching (spec 11). */
const viewerLife = 2 * 60_000
const viewerLifeInTests = 5000

const runnerJobStates: Readonly<Record<number, string>> = {
  1: 'pending',
  2: 'processing',
  3: 'completed',
  4: 'errored',
  5: 'waiting-for-parent-job',
  6: 'cancelled',
  7: 'parent-errored',
  8: 'parent-cancelled',
  9: 'completing',
}

/** Queues, viewers, lives and runners (spec 02 §10). */
export const machineGauges: readonly Gauge[] = [
  {
    name: 'peertube_job_queue_total',
    description: 'Jobs by type and state',
    read: async (ctx) =>
      (await countJobs(ctx.db)).map(({ type, state, count }) => ({
        value: Number(count),
        attributes: { jobType: type, state },
      })),
  },
  {
    name: 'peertube_viewers_total',
    description: 'Browsers that watch',
    async read(ctx) {
      const life = ctx.testMode ? viewerLifeInTests : viewerLife
      return [{ value: await countViewers(ctx.db, new Date(ctx.clock.now().getTime() - life)) }]
    },
  },
  {
    name: 'peertube_running_lives_total',
    description: 'Lives that run',
    read: async (ctx) => [{ value: await countRunningLives(ctx.db) }],
  },
  {
    name: 'peertube_runner_count',
    description: 'Registered runners',
    read: async (ctx) => [{ value: (await listRunners(ctx.db)).length }],
  },
  {
    name: 'peertube_runner_info',
    description: 'Always 1, per runner with its version',
    read: async (ctx) =>
      (await listRunners(ctx.db)).map(({ name, version }) => ({
        value: 1,
        attributes: { runnerName: name, version: version ?? '' },
      })),
  },
  {
    name: 'peertube_runner_seconds_since_last_contact',
    description: 'Seconds since a runner was heard of',
    async read(ctx) {
      const now = ctx.clock.now().getTime()
      return (await listRunners(ctx.db)).map(({ name, lastContact }) => ({
        value: Math.max(0, Math.round((now - lastContact.getTime()) / 1000)),
        attributes: { runnerName: name },
      }))
    },
  },
  {
    name: 'peertube_runner_job_queue_total',
    description: 'Runner jobs by type and state',
    read: async (ctx) =>
      (await countRunnerJobs(ctx.db)).map(({ type, state, count }) => ({
        value: Number(count),
        attributes: { jobType: type, state: runnerJobStates[state] ?? String(state) },
      })),
  },
]
