import { selectVideos } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { drawSample, type Sample } from './sample.sql.ts'

/** ms that a sample counts (spec 03 §19, spec 11). */
const lifetime = 4 * 60 * 60 * 1000
const lifetimeInTests = 3000

/** Categories, channels and tags in a sample. */
const size = 20
/** Videos that each of them has at least. */
const least = 6
const leastInTests = 2

interface Kept {
  period: number
  sample: Promise<Sample>
}

const ofDatabase = new WeakMap<object, Kept>()

/** Drawn once per period, on every node alike: page 2 goes on where page 1 of another node ended. */
export async function currentSample(ctx: Context): Promise<Sample> {
  const period = Math.floor(ctx.clock.now().getTime() / (ctx.testMode ? lifetimeInTests : lifetime))
  const known = ofDatabase.get(ctx.db)
  if (known?.period === period) return known.sample
  const query = { start: 0, count: 0, sort: '-createdAt', nsfw: 'both' } as const
  const { listed } = selectVideos(ctx, undefined, query, { followedOnly: true })
  const wanted = { seed: String(period), listed, size, least: ctx.testMode ? leastInTests : least }
  const fresh: Kept = { period, sample: drawSample(ctx.db, wanted) }
  ofDatabase.set(ctx.db, fresh)
  fresh.sample.catch(() => ofDatabase.get(ctx.db) === fresh && ofDatabase.delete(ctx.db))
  return fresh.sample
}
