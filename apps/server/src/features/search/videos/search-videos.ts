import type { Reference } from '@sepiola/contract/lenient.ts'
import type { FoundVideo } from '@sepiola/contract/schemas/videos.ts'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { listVideos, selectVideos, showVideos, type VideoListQuery } from '#features/videos/public.ts'
import { indexPendingVideos } from '../index/index-videos.sql.ts'
import { expandWords } from './expand-words.sql.ts'
import { enough, firstFound } from './found.ts'
import { orderVideos } from './order-videos.ts'
import { rankVideos } from './rank-videos.ts'
import { wordQuery } from './search-words.ts'
import { findCaptionHits, findIndexState, type CaptionHit } from './search-videos.sql.ts'

export interface VideoSearchQuery extends VideoListQuery {
  uuids?: readonly Reference[] | undefined
}

/** Changed videos that a search itself reads into the index, so that what was just published is found. */
const fewPending = 50

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
    const search = { text, listed: selection.listed, words, newestId }
    const found = byRelevance
      ? await rankVideos(ctx, search, { isFirst: reach === firstFound, descending: query.sort === '-match' })
      : await orderVideos(ctx, search, {
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

function withCaptions(video: FoundVideo, hits: readonly CaptionHit[]): FoundVideo {
  const own = hits.filter(({ videoId }) => videoId === video.id)
  if (own.length === 0) return video
  return { ...video, captionMatches: own.map(({ language, start, text }) => ({ language, start, text })) }
}
