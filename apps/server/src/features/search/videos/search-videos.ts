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
  const ids = await selection.ids(['search', text, query.sort], async () => {
    const { pending } = await findIndexState(ctx.db)
    if (pending) await indexPendingVideos(ctx.db, fewPending)
    const search = { text, listed: selection.listed, words }
    if (query.sort === 'match' || query.sort === '-match') return rank(ctx, search, query.sort === '-match')
    return matchInOrder(ctx, search, selection.order)
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
  return query.skipCount ? { data } : { total: ids.length, data }
}

/** Common words are looked for along the order, others are looked up and put in order. */
async function matchInOrder(ctx: Context, { text, listed, words }: Search, order: RawBuilder<unknown>) {
  const { newestId } = await findIndexState(ctx.db)
  const matches = words ? await estimateMatches(ctx, newestId, words.all) : 0
  const matching = words && matches > Math.sqrt(enough * newestId) ? matchingByRow(words) : matchingRule(text, words)
  return findMatchingIds(ctx.db, matching, listed, order, enough)
}

/** How many videos hold the words, by the share of the newest ones that do. */
async function estimateMatches(ctx: Context, newestId: number, tsquery: string): Promise<number> {
  const sample = newestGroups(newestId)[0]
  if (!sample) return 0
  const { document } = await countMatches(ctx.db, tsquery, sample.tsquery)
  return (document / sample.atLeast) * newestId
}

async function rank(ctx: Context, search: Search, descending: boolean): Promise<number[]> {
  const { words } = search
  const find = (candidates: readonly Candidates[]) => findRelevantIds(ctx.db, search, candidates, enough)
  if (!words) return find([])
  const near = await chooseCandidates(ctx, words.all)
  let ids = await find(near)
  const everything: Candidates[] = [{ column: 'document', tsquery: words.all }]
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
  if (!sample) return [{ column: 'document', tsquery }]
  const counts = await countMatches(ctx.db, tsquery, sample.tsquery)
  const choose = (column: Candidates['column']): Candidates => {
    const per = counts[column] / sample.atLeast
    if (per * newestId < 2 * enough) return { column, tsquery }
    const group = groups.find(({ atLeast }) => per * atLeast >= enough)
    return group ? { column, tsquery: `(${tsquery}) & ${group.tsquery}`, isPart: true } : { column, tsquery }
  }
  const title = choose('title')
  return title.isPart ? [title] : [title, choose('document')]
}

function withCaptions(video: FoundVideo, hits: readonly CaptionHit[]): FoundVideo {
  const own = hits.filter(({ videoId }) => videoId === video.id)
  if (own.length === 0) return video
  return { ...video, captionMatches: own.map(({ language, start, text }) => ({ language, start, text })) }
}
