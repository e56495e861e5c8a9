import type { Context } from '#foundation/context.ts'
import { enough, few, firstFound, type Found } from './found.ts'
import { estimateMatches, hasParts, newestOf } from './parts-of-index.ts'
import { mostViewed } from './popularity-marks.sql.ts'
import { inOne, type WordQuery } from './search-words.ts'
import { findRelevantIds, type Candidates, type Search } from './search-videos.sql.ts'

/** How many of the newest matches are ranked, and how many of those ranked must be listed, else more are. */
interface Depth {
  titles: number
  /** Titles come first: others are ranked when these are fewer. */
  all: number
  suffices(listed: number, wanted: number): boolean
}

const quarter: Depth['suffices'] = (listed, wanted) => listed >= wanted / 4
/** Common words on a large server: for the first pages, … */
const firstPages: Depth = { titles: 125, all: 75, suffices: (listed) => listed >= firstFound }
/** … for later pages and when filters leave few, … */
const laterPages: Depth = { titles: 2 * enough, all: enough, suffices: quarter }
/** … on a small one, … */
const smallServer: Depth = { titles: 2 * enough, all: 2 * enough, suffices: quarter }
/** … and when they leave almost nothing: thus a search hardly grows with the number of videos. */
const deepest: Depth = { titles: 20 * enough, all: 20 * enough, suffices: quarter }
/** Of common words, so many of the most viewed titles are ranked besides. */
const mostWellKnown = 64
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
  if (!words) return { ids: (await find([])).ids }
  const { candidates, atLeast } = await chooseCandidates(ctx, words, newestId, depth)
  const { ids, matches } = await find(candidates)
  let ranked = 0
  let about = 0
  /** How many were wanted of the first candidates that are not all there are. */
  let wanted: number | undefined
  for (const [index, { most, share, wellKnown }] of candidates.entries()) {
    const held = matches[index]!
    if (!wellKnown) {
      if (share < 1 || ranked + held >= most) wanted ??= most
      about += held / share
    }
    ranked += Math.min(held, Math.max(0, most - ranked))
  }
  if (wanted !== undefined && depth.suffices(ids.length, wanted)) {
    const hasDocuments = candidates.some(({ column }, index) => column === 'document' && matches[index]! > 0)
    const many = hasDocuments ? about : Math.max(about, atLeast)
    return { ids, ofMany: Math.round(many * Math.min(1, ids.length / ranked)) }
  }
  // The filters let little through: then older ones are ranked as well.
  if (wanted !== undefined && depth !== deepest)
    return rankSome(ctx, search, depth === firstPages ? laterPages : deepest)
  if (ids.length >= tooFew || inOne(words.some) === inOne(words.all)) return { ids }
  const some = await chooseCandidates(ctx, { all: words.some, exact: words.some }, newestId, depth)
  return { ids: [...new Set([...ids, ...(await find(some.candidates)).ids])] }
}

interface Choice {
  /** `share` of the index that is read for them, from 0 to 1. */
  candidates: (Candidates & { share: number })[]
  /** About how many videos match by any of their texts. */
  atLeast: number
}

/** The newest titles with the most viewed ones and, when titles are few, the newest videos with the words in any text. */
async function chooseCandidates(
  ctx: Context,
  { all, exact }: Pick<WordQuery, 'all' | 'exact'>,
  newestId: number,
  depth: Depth,
): Promise<Choice> {
  const title = { column: 'title', conditions: all, most: depth.titles, share: 1 } as const
  const document = { column: 'document', conditions: all, most: depth.all, share: 1 } as const
  if (!hasParts(newestId)) return { candidates: [title, document], atLeast: 0 }
  const asItStands = { ...document, conditions: exact }
  const [titles = 0, documents = 0] = await estimateMatches(ctx, newestId, [{ ...title, fewWillDo: true }, asItStands])
  const newestTitles = newestOf(title, titles, newestId)
  if (newestTitles.share < 1) {
    const popular = mostViewed(titles / newestId, 2 * mostWellKnown)
    const most = title.most + mostWellKnown
    const besides = { ...title, conditions: [...all, popular], most, wellKnown: true }
    return { candidates: [newestTitles, besides], atLeast: documents }
  }
  const newest = newestOf(asItStands, documents, newestId)
  // Other forms of the words count when few videos hold the words as they stand.
  const others =
    newest.share < 1 || inOne(all) === inOne(exact) ? [] : [{ ...document, most: deepest.all, ifFewer: few }]
  return { candidates: [title, newest, ...others], atLeast: documents }
}
