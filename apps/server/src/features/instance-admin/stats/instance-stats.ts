import type { ServerStats } from '@sepiola/contract/schemas/server-stats.ts'
import type { Context } from '#foundation/context.ts'
import { findInstanceFigures, type InstanceFigures } from './stats.sql.ts'
import { statsView } from './stats.view.ts'

/** ms that figures may be old; 1 in test mode (spec 11). */
const timeToLive = 4 * 3_600_000

interface Counted {
  at: number
  figures: Promise<InstanceFigures>
}

const counted = new WeakMap<object, Counted>()

/** At most `lifetime` ms old. Counts once for everybody who asks meanwhile; a failed count is not kept. */
export function instanceFigures(ctx: Context, lifetime = timeToLive): Promise<InstanceFigures> {
  const now = ctx.clock.now()
  const known = counted.get(ctx.db)
  if (known && now.getTime() - known.at < (ctx.testMode ? 1 : lifetime)) return known.figures
  const fresh: Counted = { at: now.getTime(), figures: findInstanceFigures(ctx.db, now) }
  counted.set(ctx.db, fresh)
  fresh.figures.catch(() => {
    if (counted.get(ctx.db) === fresh) counted.delete(ctx.db)
  })
  return fresh.figures
}

/** How long an answer with the figures counts (spec 01 §6). */
export function secondsUntilNextCount(ctx: Context): number {
  const { at } = counted.get(ctx.db) ?? { at: 0 }
  return Math.max(0, Math.ceil((at + timeToLive - ctx.clock.now().getTime()) / 1000))
}

/** `GET /server/stats`; switches of `stats.*` count at once. */
export async function instanceStats(ctx: Context, lifetime?: number): Promise<ServerStats> {
  const stats = statsView(ctx.settings.current, await instanceFigures(ctx, lifetime))
  return ctx.hooks.filter('filter:api.server.stats.get.result', stats)
}
