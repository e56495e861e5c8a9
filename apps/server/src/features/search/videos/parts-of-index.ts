import type { Context } from '#foundation/context.ts'
import { newestPart } from './age-marks.sql.ts'
import { countMatches, findShares, type Asked, type Estimated } from './search-videos.sql.ts'

/** Newest ids among which matches are counted to estimate how many there are; … */
const sampled = 2 ** 13
/** … and, when they hold fewer than `fewSampled`, too few to tell, among a small part of all, at most so many. */
const widelySampled = 2 ** 16
const smallPart = 1 / 16
const fewSampled = 20

/** A small instance has nothing to gain from reading parts of its index, and its totals are exact. */
export const hasParts = (newestId: number): boolean => newestPart(newestId, sampled) !== undefined

/** How many videos match each, by the share of the newest ones that do: at least, when that is much more than `most`. */
export async function estimateMatches(ctx: Context, newestId: number, all: readonly Estimated[]): Promise<number[]> {
  const near = newestPart(newestId, sampled)
  if (!near) return countMatches(ctx.db, all)
  const wide = newestPart(newestId, Math.min(newestId * smallPart, widelySampled))
  const shares = await findShares(
    ctx.db,
    all.map((asked) => ({ ...asked, most: Math.max(fewSampled, 2 * asked.most) })),
    { near, wide, few: fewSampled },
  )
  return shares.map((share) => share * newestId)
}

/** A larger part of the index costs as much as all of it: its marks are one more key. */
const largestPart = 1 / 3
/** By chance a part holds fewer matches than it should; too few cost a second look. */
const margin = 1.5

/**
 * The smallest part of the index that should hold `most` of the `matches`, with a margin, and how much of the
 * index that is, from 0 to 1.
 */
export function newestOf<A extends Asked>(asked: A, matches: number, newestId: number): A & { share: number } {
  const count = (asked.most / matches) * newestId * margin
  const part = count <= newestId * largestPart ? newestPart(newestId, count) : undefined
  if (!part) return { ...asked, share: 1 }
  return { ...asked, conditions: [...asked.conditions, part.tsquery], share: part.holds / newestId }
}
