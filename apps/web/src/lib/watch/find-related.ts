import { getVideoChannelVideos } from '@sepiola/api-client/endpoints/video/get-video-channel-videos.ts'
import { getVideos } from '@sepiola/api-client/endpoints/video/get-videos.ts'
import { call } from '#lib/api/call.ts'
import type { ListedVideo, WatchedVideo } from '#lib/api/types.ts'
import { session } from '#lib/session/session.svelte.ts'
import { handleOf } from '#lib/video/handle.ts'
import { watched } from '#lib/video/watched.svelte.ts'
import { rankRelated } from './rank-related.ts'

const wanted = 12

/** What could be watched after a video, best first: alike and not seen yet, else what is new. */
export async function findRelated(video: WatchedVideo, origin: string): Promise<ListedVideo[]> {
  const base = { count: wanted + 1, sort: '-publishedAt' as const, skipCount: true }
  const query = session.me ? { ...base, excludeAlreadyWatched: true } : base
  const language = video.language.id
  const [tagged, ofChannel, spoken, fresh] = await Promise.all(
    [
      video.tags.length > 0 ? call(getVideos, { query: { ...query, tagsOneOf: video.tags } }) : undefined,
      call(getVideoChannelVideos, { params: { channelHandle: handleOf(video.channel, origin) }, query }),
      language ? call(getVideos, { query: { ...query, languageOneOf: [language] } }) : undefined,
      call(getVideos, { query }),
    ].map(async (asked) => ((await asked?.catch(() => undefined))?.data ?? []) as ListedVideo[]),
  )
  const lists = { tagged: tagged ?? [], ofChannel: ofChannel ?? [], spoken: spoken ?? [], fresh: fresh ?? [] }
  watched.restore()
  const ranked = rankRelated(lists, video.id, ({ uuid, duration, userHistory }) => {
    const at = userHistory?.currentTime ?? watched.at(uuid)
    return at > 0 && at >= duration * 0.8
  })
  return ranked.slice(0, wanted)
}
