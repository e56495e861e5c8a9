import type { RawBuilder } from 'kysely'
import type { Context } from '#foundation/context.ts'
import { enough, few, firstFound, type Found } from './found.ts'
import { estimateMatches, hasParts, newestOf } from './parts-of-index.ts'
import type { Conditions, WordQuery } from './search-words.ts'
import {
  countMatches,
  findMatchingIds,
  findNewestMatchingIds,
  matchingByRow,
  matchingRule,
  type Search,
} from './search-videos.sql.ts'

/** Matches that are counted to tell common words from others. */
const counted = 2 * enough
/** Newest first, a large server looks at so many of the newest matches: filters that leave fewer cost more; … */
const newestLookedAt = 75
/** … when at least so many match. */
const many = 200

/** Common words are looked for along the order, others are looked up and put in order. */
export async function orderVideos(
  ctx: Context,
  { text, listed, words, newestId }: Search,
  { order, reach, newestFirst }: { order: RawBuilder<unknown>; reach: number; newestFirst: boolean },
): Promise<Found> {
  const find = (matching: RawBuilder<unknown>, limit: number) => findMatchingIds(ctx.db, matching, listed, order, limit)
  const lookUp = async (conditions: Conditions): Promise<Found> => {
    const ids = await find(matchingRule(text, words, conditions), enough)
    return { ids, total: ids.length }
  }
  if (!words) return lookUp([])
  const { exact, all } = words
  const isLarge = hasParts(newestId)
  const newest = isLarge && newestFirst ? await findNewest(ctx, { listed, words, newestId }) : undefined
  if (newest) return newest
  const conditions = !isLarge || (await holdFew(ctx, exact, newestId)) ? all : exact
  const [matches = 0] = await estimateMatches(ctx, newestId, [{ column: 'document', conditions, most: counted }])
  if (matches <= enough || matches <= Math.sqrt(reach * newestId)) return lookUp(conditions)
  const ids = await find(matchingByRow(words, conditions), reach)
  return { ids, total: ids.length === reach ? enough : ids.length }
}

/** On a large server: the first pages when many videos hold the words as they stand. */
async function findNewest(
  ctx: Context,
  { listed, words, newestId }: { listed: RawBuilder<unknown>; words: WordQuery; newestId: number },
): Promise<Found | undefined> {
  const { exact } = words
  const asked = { column: 'document', conditions: exact, most: newestLookedAt } as const
  const [matches = 0] = await estimateMatches(ctx, newestId, [asked])
  if (matches < many) return undefined
  const newest = newestOf(asked, matches, newestId)
  const ids = await findNewestMatchingIds(ctx.db, { listed, words }, newest, exact, firstFound)
  return ids && { ids, total: Math.min(enough, Math.max(ids.length, Math.round(matches))) }
}

/**
 * Whether so few videos hold the words as they stand that other forms of them count, too. On a large server they count
 * for others only in titles, by relevance: each is a list of its own in the index, the longer the more videos there are.
 */
async function holdFew(ctx: Context, exact: Conditions, newestId: number): Promise<boolean> {
  const whole = { column: 'document', conditions: exact, most: few } as const
  const [matches = 0] = await estimateMatches(ctx, newestId, [whole])
  const part = newestOf(whole, matches, newestId)
  for (const asked of part.conditions === exact ? [whole] : [part, whole]) {
    const [found] = await countMatches(ctx.db, [asked])
    if (found === few) return false
  }
  return true
}
