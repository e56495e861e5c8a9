import { videoCategories } from '@sepiola/contract/enums.ts'
import type { VideosOverview } from '@sepiola/contract/schemas/video-extras.ts'
import {
  labelled,
  selectVideos,
  showVideos,
  type VideoListQuery,
  type VideoListScope,
} from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { currentSample } from './current-sample.ts'
import { amongNewestOfTag } from './sample.sql.ts'

/** Videos shown of each category, channel and tag. */
const shown = 12

/** The category, the channel and the tag of that place in the sample, with their newest videos (spec 03 §19). */
export async function overviewPage(ctx: Context, viewer: Viewer | undefined, page: number): Promise<VideosOverview> {
  const sample = await currentSample(ctx)
  const at = page - 1
  const [category, channelId, tag] = [sample.categories[at], sample.channelIds[at], sample.tags[at]]
  const newest = async (has: boolean, narrowing: Partial<VideoListQuery>, scope: Partial<VideoListScope> = {}) => {
    if (!has) return []
    const query: VideoListQuery = { start: 0, count: shown, sort: '-createdAt', ...narrowing }
    const wanted = await ctx.hooks.filter('filter:api.overviews.videos.list.params', query)
    const { tagsOneOf: [tagged] = [], ...others } = wanted
    const list = selectVideos(ctx, viewer, others, { followedOnly: true, ...scope })
    return list.first(shown, tagged === undefined ? undefined : amongNewestOfTag(tagged))
  }
  const [ofCategory, ofChannel, ofTag] = await Promise.all([
    newest(category !== undefined, { categoryOneOf: [category!] }),
    newest(channelId !== undefined, {}, { channelId: channelId! }),
    newest(tag !== undefined, { tagsOneOf: [tag!] }),
  ])
  const all = await showVideos(ctx, viewer, [...new Set([...ofCategory, ...ofChannel, ...ofTag])])
  const byId = new Map(all.map((video) => [video.id, video]))
  const pick = async (ids: readonly number[]) => {
    const data = ids.map((id) => byId.get(id)).filter((video) => video !== undefined)
    return (await ctx.hooks.filter('filter:api.overviews.videos.list.result', { total: data.length, data })).data
  }
  const [inCategory, inChannel, tagged] = await Promise.all([pick(ofCategory), pick(ofChannel), pick(ofTag)])
  const { id, label } = labelled(videoCategories, category ?? null)
  return {
    categories: id !== null && inCategory.length > 0 ? [{ category: { id, label }, videos: inCategory }] : [],
    channels: inChannel[0] ? [{ channel: inChannel[0].channel, videos: inChannel }] : [],
    tags: tag !== undefined && tagged.length > 0 ? [{ tag, videos: tagged }] : [],
  }
}
