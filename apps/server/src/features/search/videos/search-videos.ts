import type { RawBuilder } from 'kysely'
import type { Reference } from '@sepiola/contract/lenient.ts'
import type { FoundVideo } from '@sepiola/contract/schemas/videos.ts'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { listVideos, selectVideos, showVideos, type VideoListQuery } from '#features/videos/public.ts'
import { indexPendingVideos } from '../index/index-videos.sql.ts'
import { newestGroups } from './age-marks.sql.ts'
import { expandWords } from './expand-words.sql.ts'
import { wordQuery } from './search-words.ts'
import {
  countMatches,
  findCaptionHits,
  findIndexState,
  findMatchingIds,
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

/**
 * So many videos are enough for an order by relevance: a common word's older and less telling matches are not ranked, so
 * that a search takes as long among a million videos as among ten thousand.
 */
const enough = 1000
/** So many candidates are ranked, of which the filters leave enough, … */
const ranked = 2 * enough
/** … and so many when they leave few. */
const rankedAtMost = 20_000
/** In another order so many are found at first: some pages. */
const firstFound = 100
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
  const reach = byRelevance || query.start + query.count > firstFound ? enough : firstFound
  const ids = await selection.ids(['search', text, query.sort, reach], async () => {
    const { pending } = await findIndexState(ctx.db)
    if (pending) await indexPendingVideos(ctx.db, fewPending)
    const search = { text, listed: selection.listed, words }
    if (byRelevance) return rank(ctx, search, query.sort === '-match')
    return matchInOrder(ctx, search, selection.order, reach)
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
  if (query.skipCount) return { data }
  // More than the first ones were not looked for: there are enough of a common word.
  return { total: !byRelevance && ids.length === firstFound && reach === firstFound ? enough : ids.length, data }
}

/** Common words are looked for along the order, others are looked up and put in order. */
async function matchInOrder(
  ctx: Context,
  { text, listed, words }: Search,
  order: RawBuilder<unknown>,
  reach: number,
): Promise<number[]> {
  const { newestId } = await findIndexState(ctx.db)
  const matches = words ? await estimateMatches(ctx, newestId, words.all) : 0
  const isCommon = matches > enough && matches > Math.sqrt(reach * newestId)
  const find = (matching: RawBuilder<unknown>, limit: number) => findMatchingIds(ctx.db, matching, listed, order, limit)
  return words && isCommon ? find(matchingByRow(words), reach) : find(matchingRule(text, words), enough)
}

/** How many videos hold the words, by the share of the newest ones that do. */
async function estimateMatches(ctx: Context, newestId: number, tsquery: string): Promise<number> {
  const sample = newestGroups(newestId)[0]
  if (!sample) return 0
  const matches = await countMatches(ctx.db, 'document', tsquery, sample.tsquery)
  return (matches / sample.atLeast) * newestId
}

async function rank(ctx: Context, search: Search, descending: boolean): Promise<number[]> {
  const { words } = search
  const find = (candidates: readonly Candidates[]) => findRelevantIds(ctx.db, search, candidates, enough)
  if (!words) return find([])
  const near = await chooseCandidates(ctx, words.all)
  let ids = await find(near)
  const everything: Candidates[] = [{ column: 'document', tsquery: words.all, most: rankedAtMost }]
  // The filters let little through: then older ones are ranked as well.
  if (ids.length < enough / 2 && near.some(({ isPart }) => isPart)) ids = await find(everything)
  if (ids.length < tooFew && words.some !== words.all) {
    const more = await find(await chooseCandidates(ctx, words.some))
    ids = [...new Set([...ids, ...more])]
  }
  return descending ? ids : ids.toReversed()
}

/** The part of the index to rank: for words that few videos hold the whole of it, else the newest videos. */
async function chooseCandidates(ctx: Context, tsquery: string): Promise<Candidates[]> {
  const { newestId } = await findIndexState(ctx.db)
  const groups = newestGroups(newestId)
  const sample = groups[0]
  if (!sample) return [{ column: 'document', tsquery, isPart: true, most: ranked }]
  const choose = async (column: Candidates['column']): Promise<Candidates> => {
    const per = (await countMatches(ctx.db, column, tsquery, sample.tsquery)) / sample.atLeast
    if (per * newestId < ranked) return { column, tsquery, most: rankedAtMost }
    const group = groups.find(({ atLeast }) => per * atLeast >= enough)
    return { column, tsquery: group ? `(${tsquery}) & ${group.tsquery}` : tsquery, isPart: true, most: ranked }
  }
  const title = await choose('title')
  return title.isPart ? [title] : [title, await choose('document')]
}

function withCaptions(video: FoundVideo, hits: readonly CaptionHit[]): FoundVideo {
  const own = hits.filter(({ videoId }) => videoId === video.id)
  if (own.length === 0) return video
  return { ...video, captionMatches: own.map(({ language, start, text }) => ({ language, start, text })) }
}
