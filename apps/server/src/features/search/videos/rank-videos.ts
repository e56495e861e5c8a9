import type { Context } from '#foundation/context.ts'
import { enough, firstFound, type Found } from './found.ts'
import { estimateMatches, hasParts, newestOf } from './parts-of-index.ts'
import { inOne, type WordQuery } from './search-words.ts'
import { findRelevantIds, type Candidates, type Search } from './search-videos.sql.ts'

/** How many of the newest matches are ranked, and how many of those ranked must be listed, else more are. */
interface Depth {
  titles: number
  /** Titles come first: of the rest the first pages need few. */
  documents: number
  suffices(listed: number, ranked: number): boolean
}

const quarter: Depth['suffices'] = (listed, ranked) => listed >= ranked / 4
/** Common words on a large server: for the first pages, … */
const firstPages: Depth = { titles: 200, documents: 125, suffices: (listed) => listed >= firstFound }
/** … for later pages and when filters leave few, … */
const laterPages: Depth = { titles: 2 * enough, documents: enough / 2, suffices: quarter }
/** … on a small one, … */
const smallServer: Depth = { titles: 2 * enough, documents: 2 * enough, suffices: quarter }
/** … and so many when they leave almost nothing: thus a search hardly grows with the number of videos. */
const rankedAtMost = 20_000
/** Fewer matches than that: videos with some of the words follow. */
const tooFew = 10

interface Ranking {
  /** For the first pages only. */
  isFirst: boolean
  descending: boolean
}

/** Later pages go on where the first ones end. */
export async function rankVideos(ctx: Context, search: Search, { isFirst, descending }: Ranking): Promise<Found> {
  const isSmall = !hasParts(search.newestId)
  const first = await rankSome(ctx, search, isSmall ? smallServer : firstPages)
  const later = isFirst || isSmall || first.ofMany === undefined ? undefined : await rankSome(ctx, search, laterPages)
  const leading = later ? first.ids.slice(0, firstFound) : first.ids
  const ids = [...new Set([...leading, ...(later?.ids ?? [])])].slice(0, enough)
  const total = Math.max(ids.length, Math.min(enough, isFirst ? (first.ofMany ?? 0) : 0))
  return { ids: descending ? ids : ids.toReversed(), total }
}

/** `ofMany`: about how many there are when more match than were ranked. */
async function rankSome(ctx: Context, search: Search, depth: Depth): Promise<{ ids: number[]; ofMany?: number }> {
  const { words, newestId } = search
  const find = (candidates: readonly Candidates[]) => findRelevantIds(ctx.db, search, candidates, enough)
  if (!words) return { ids: await find([]) }
  const near = await chooseCandidates(ctx, words, newestId, depth)
  let ids = await find(near)
  const part = near.find(({ ofMany }) => ofMany !== undefined)
  if (part && depth.suffices(ids.length, part.most)) {
    return { ids, ofMany: Math.round(part.ofMany! * Math.min(1, ids.length / part.most)) }
  }
  // The filters let little through: then older ones are ranked as well.
  if (part && depth === firstPages) return rankSome(ctx, search, laterPages)
  if (part) ids = await find(byDocument(words, newestId))
  if (ids.length < tooFew && inOne(words.some) !== inOne(words.all)) {
    const more = await find(await chooseCandidates(ctx, { all: words.some, exact: words.some }, newestId, depth))
    ids = [...new Set([...ids, ...more])]
  }
  return { ids }
}

type Wanted = Pick<WordQuery, 'all' | 'exact'>

/** The part of the index to rank: for words that few videos hold the whole of it, else the newest titles. */
async function chooseCandidates(
  ctx: Context,
  { all, exact }: Wanted,
  newestId: number,
  depth: Depth,
): Promise<Candidates[]> {
  const isLarge = hasParts(newestId)
  const title = { column: 'title', conditions: all, most: depth.titles } as const
  const document = { column: 'document', conditions: isLarge ? exact : all, most: depth.documents } as const
  const [titles = 0, documents = 0] = await estimateMatches(ctx, newestId, [title, document])
  if (titles >= title.most) return [newestOf(title, titles, newestId)]
  const isMany = documents >= document.most
  return [
    { ...title, most: rankedAtMost },
    ...(isMany ? [newestOf(document, documents, newestId)] : []),
    ...(isMany && !isLarge ? [] : byDocument({ all, exact }, newestId)),
  ]
}

/** Other forms of the words count on a large server only when few videos hold the words as they stand. */
function byDocument({ all, exact }: Wanted, newestId: number): Candidates[] {
  const whole = { column: 'document', conditions: all, most: rankedAtMost, ifFewerThan: firstFound } as const
  if (!hasParts(newestId) || inOne(all) === inOne(exact)) return [whole]
  return [{ ...whole, conditions: exact }, whole]
}
