import { deleteHistoryBefore } from '#features/history/public.ts'
import { videoCounted } from '#features/videos/videos.events.ts'
import type { Context } from '#foundation/context.ts'
import type { Schedule } from '#foundation/feature.ts'
import { deleteStatsBefore, endIdleSessions, foldCounts } from './views.sql.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

/** ms of silence after which a session is over (spec 03 §8, spec 11). */
const sessionLife = (ctx: Context) => (ctx.testMode ? 5_000 : hour)

const ago = (ctx: Context, ms: number) => new Date(ctx.clock.now().getTime() - ms)

/** Other servers hear of new totals once an interval (spec 03 §8). */
function foldAndTell(ctx: Context): Promise<void> {
  return ctx.db.transaction().execute(async (tx) => {
    for (const videoId of await foldCounts(tx)) await ctx.events.publish(tx, videoCounted, { videoId })
  })
}

/** What keeps nothing longer than the settings say; −1 = for ever. */
export async function removeOldRecords(ctx: Context): Promise<void> {
  const { views, history } = ctx.settings.current
  const limits = [
    [views.videos.remote.max_age, (before: Date) => deleteStatsBefore(ctx.db, before, true)],
    [views.videos.local.max_age, (before: Date) => deleteStatsBefore(ctx.db, before, false)],
    [history.videos.max_age, (before: Date) => deleteHistoryBefore(ctx.db, before)],
  ] as const
  for (const [age, remove] of limits) {
    if (age >= 0) await remove(ago(ctx, age))
  }
}

export const viewSchedules: readonly Schedule[] = [
  {
    name: 'views/fold-counts',
    command: 'process-video-stats-buffer',
    every: (ctx) => ctx.settings.current.views.videos.local_buffer_update_interval,
    run: foldAndTell,
  },
  {
    name: 'views/end-idle-sessions',
    command: 'process-video-viewers',
    every: (ctx) => (ctx.testMode ? 1_000 : hour),
    run: (ctx) => endIdleSessions(ctx.db, ago(ctx, sessionLife(ctx)), `${ctx.origin.url}/videos/local-viewer/`),
  },
  {
    name: 'views/remove-old-records',
    command: 'process-remove-old-stats',
    every: (ctx) => (ctx.testMode ? 5_000 : day),
    run: removeOldRecords,
  },
]
