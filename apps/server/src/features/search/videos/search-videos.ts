import type { RawBuilder } from 'kysely'
import type { Reference } from '@sepiola/contract/lenient.ts'
import type { FoundVideo } from '@sepiola/contract/schemas/videos.ts'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { listVideos, selectVideos, showVideos, type VideoListQuery } from '#features/videos/public.ts'
import { indexPendingVideos } from '../index/index-videos.sql.ts'
import { newestGroups } from './age-marks.sql.ts'
import { expandWords } from './expand-words.sql.ts'
import { wordQuery, type WordQuery } from './search-words.ts'
import {
  countMatches,
  findCaptionHits,
  findIndexState,
  findMatchingIds,
  findNewestMatchingIds,
  findRelevantIds,
  matchingByRow,
  matchingRule,
  type CaptionHit,
  type Candidates,
  type Search,
} from './search-videos.sql.ts'

export interface VideoSearchQuery extends VideoListQuery {
  uuids?: readonly Reference[] | undefined
}

/** So many videos are enough: nobody reads on, and a common word holds hundreds of thousands. */
const enough = 1000
/** By relevance so many of the newest titles that hold a common word are ranked for the first pages, … */
const rankedFirst = 400
/** … so many for later pages and when filters leave few, … */
const ranked = 2 * enough
/** … and so many when they leave almost nothing: thus a search hardly grows with the number of videos. */
const rankedAtMost = 20_000
/** What the first pages are within, … */
const firstFound = 100
/** … for which, newest first, so many are looked at: filters that leave fewer cost more. */
const newestLookedAt = 150
/** Changed videos that a search itself reads into the index, so that what was just published is found. */
const fewPending = 50
/** Fewer matches than that: videos with some of the words follow. */
const tooFew = 10

/** Searches the videos that `GET /videos` would list (spec 03 §21), and says where in captions the words are spoken. */
export async function searchLocalVideos(
  ctx: Context,
  viewer: Viewer | undefined,
  query: VideoSearchQuery,
): Promise<{ total?: number; data: FoundVideo[] }> {
  const { search: text, uuids, ...asked } = query
  const uuidOneOf = uuids?.flatMap((reference) => ('uuid' in reference ? [reference.uuid] : []))
  const list = { ...asked, uuidOneOf }
  if (text === undefined) return listVideos(ctx, viewer, list, { followedOnly: true })
  const selection = selectVideos(ctx, viewer, list, { followedOnly: true })
  const meanings = await expandWords(ctx.db, text)
  const words = wordQuery(meanings)
  const byRelevance = query.sort === 'match' || query.sort === '-match'
  const reach = query.sort === 'match' || query.start + query.count > firstFound ? enough : firstFound
  const [total, ...ids] = await selection.ids(['search', text, query.sort, reach], async () => {
    let state = await findIndexState(ctx.db)
    if (state.pending) {
      await indexPendingVideos(ctx.db, fewPending)
      state = await findIndexState(ctx.db)
    }
    const { newestId } = state
    const meant = words && (await withoutNeedlessForms(ctx, words, newestId))
    const search = { text, listed: selection.listed, words: meant, newestId }
    const found = byRelevance
      ? await rank(ctx, search, { isFirst: reach === firstFound, descending: query.sort === '-match' })
      : await matchInOrder(ctx, search, {
          order: selection.order,
          reach,
          newestFirst: query.sort === '-publishedAt' && reach === firstFound,
        })
    return [found.total, ...found.ids]
  })
  const page = ids.slice(query.start, query.start + query.count)
  const videos = await showVideos(ctx, viewer, page, {
    include: query.include ?? 0,
    liveSchedules: query.includeScheduledLive ?? false,
  })
  const hits = words
    ? await findCaptionHits(
        ctx.db,
        page,
        words.exact,
        meanings.map(({ word }) => word),
      )
    : []
  const data = videos.map((video) => withCaptions(video, hits))
  return query.skipCount ? { data } : { total: total!, data }
}

/**
 * On a large server other forms of the words count only in titles, and only by relevance, when many videos hold the
 * words as they stand: each form is a list of its own in the index, the longer the more videos there are.
 */
async function withoutNeedlessForms(ctx: Context, words: WordQuery, newestId: number): Promise<WordQuery> {
  if (newestGroups(newestId).length === 0) return words
  const matches = await estimateMatches(ctx, 'document', words.exact, newestId, firstFound)
  const { tsquery } = newestPart('document', words.exact, { matches, newestId, most: firstFound })
  for (const part of new Set([tsquery, words.exact])) {
    const found = await countMatches(ctx.db, 'document', part, firstFound)
    if (found === firstFound) return { ...words, document: words.exact }
  }
  return words
}

/** The first ids; `total`: how many there are, `enough` when that many or more. */
interface Found {
  ids: number[]
  total: number
}

/** Common words are looked for along the order, others are looked up and put in order. */
async function matchInOrder(
  ctx: Context,
  { text, listed, words, newestId }: Search,
  { order, reach, newestFirst }: { order: RawBuilder<unknown>; reach: number; newestFirst: boolean },
): Promise<Found> {
  const matches = words ? await estimateMatches(ctx, 'document', words.document, newestId, ranked) : 0
  if (words && newestFirst && matches >= rankedFirst && newestGroups(newestId).length > 0) {
    const newest = newestPart('document', words.document, { matches, newestId, most: newestLookedAt })
    const ids = await findNewestMatchingIds(ctx.db, { listed, words }, newest, firstFound)
    if (ids) return { ids, total: Math.min(enough, Math.max(ids.length, Math.round(matches))) }
  }
  const isCommon = matches > enough && matches > Math.sqrt(reach * newestId)
  const find = (matching: RawBuilder<unknown>, limit: number) => findMatchingIds(ctx.db, matching, listed, order, limit)
  const ids =
    words && isCommon ? await find(matchingByRow(words), reach) : await find(matchingRule(text, words), enough)
  return { ids, total: isCommon && ids.length === reach ? enough : ids.length }
}

/** How many videos hold the words, by the share of the newest ones that do, of which up to `most` are counted. */
async function estimateMatches(
  ctx: Context,
  column: Candidates['column'],
  tsquery: string,
  newestId: number,
  most: number,
): Promise<number> {
  const sample = newestGroups(newestId)[0]
  if (!sample) return countMatches(ctx.db, column, tsquery, most)
  const matches = await countMatches(ctx.db, column, `(${tsquery}) & ${sample.tsquery}`, most)
  return (matches / sample.atLeast) * newestId
}

interface Ranking {
  /** For the first pages only. */
  isFirst: boolean
  descending: boolean
}

/** Later pages go on where the first ones end. */
async function rank(ctx: Context, search: Search, { isFirst, descending }: Ranking): Promise<Found> {
  // A small instance has nothing to gain, and its totals are exact.
  const isSmall = newestGroups(search.newestId).length === 0
  const first = await rankSome(ctx, search, isSmall ? ranked : rankedFirst)
  const later = isFirst || isSmall || first.ofMany === undefined ? undefined : await rankSome(ctx, search, ranked)
  const leading = later ? first.ids.slice(0, firstFound) : first.ids
  const ids = [...new Set([...leading, ...(later?.ids ?? [])])].slice(0, enough)
  const total = Math.max(ids.length, Math.min(enough, isFirst ? (first.ofMany ?? 0) : 0))
  return { ids: descending ? ids : ids.toReversed(), total }
}

/** `ofMany`: about how many there are when more match than were ranked. */
async function rankSome(ctx: Context, search: Search, most: number): Promise<{ ids: number[]; ofMany?: number }> {
  const { words, newestId } = search
  const find = (candidates: readonly Candidates[]) => findRelevantIds(ctx.db, search, candidates, enough)
  if (!words) return { ids: await find([]) }
  const near = await chooseCandidates(ctx, { title: words.all, document: words.document }, newestId, most)
  let ids = await find(near)
  const part = near.find(({ ofMany }) => ofMany !== undefined)
  if (part && ids.length >= part.most / 4) {
    return { ids, ofMany: Math.round(part.ofMany! * Math.min(1, ids.length / part.most)) }
  }
  // The filters let little through: then older ones are ranked as well.
  if (part && most < ranked) return rankSome(ctx, search, ranked)
  if (part) ids = await find([{ column: 'document', tsquery: words.document, most: rankedAtMost }])
  if (ids.length < tooFew && words.some !== words.all) {
    const more = await find(await chooseCandidates(ctx, { title: words.some, document: words.some }, newestId, most))
    ids = [...new Set([...ids, ...more])]
  }
  return { ids }
}

/** The part of the index to rank: for words that few videos hold the whole of it, else the newest titles. */
async function chooseCandidates(
  ctx: Context,
  tsqueries: Record<Candidates['column'], string>,
  newestId: number,
  most: number,
): Promise<Candidates[]> {
  const groups = newestGroups(newestId)
  const choose = async (column: Candidates['column'], few: number): Promise<Candidates> => {
    const tsquery = tsqueries[column]
    const matches = await estimateMatches(ctx, column, tsquery, newestId, few)
    if (matches < few) return { column, tsquery, most: rankedAtMost }
    return newestPart(column, tsquery, { matches, newestId, most: few })
  }
  const title = await choose('title', most)
  if (title.ofMany !== undefined) return [title]
  // Titles come first: of the rest the first pages need few.
  return [title, await choose('document', groups.length === 0 ? most : most / 4)]
}

/** The smallest part of the index that should hold `most` of the `matches`. */
function newestPart(
  column: Candidates['column'],
  tsquery: string,
  { matches, newestId, most }: { matches: number; newestId: number; most: number },
): Candidates {
  const group = newestGroups(newestId).find(({ atLeast }) => (matches * atLeast) / newestId >= most)
  return { column, tsquery: group ? `(${tsquery}) & ${group.tsquery}` : tsquery, ofMany: matches, most }
}

function withCaptions(video: FoundVideo, hits: readonly CaptionHit[]): FoundVideo {
  const own = hits.filter(({ videoId }) => videoId === video.id)
  if (own.length === 0) return video
  return { ...video, captionMatches: own.map(({ language, start, text }) => ({ language, start, text })) }
}
