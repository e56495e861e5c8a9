import type { SitemapItemLoose } from 'sitemap'
import { VideoPrivacy } from '@sepiola/contract/enums.ts'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { hlsUrl } from '#features/videos/public.ts'
import type { Origin } from '#foundation/origin.ts'
import type { SitemapActor, SitemapVideo } from './sitemap.sql.ts'

/** Characters that the sitemap's format allows. */
const longestTitle = 100
const longestDescription = 2000
const mostTags = 32
/** Seconds; longer or unknown ones are not told. */
const longestDuration = 28_800

export const pageItems = (paths: readonly string[]): SitemapItemLoose[] => paths.map((url) => ({ url }))

export const actorItem = ({ name, isChannel, updatedAt }: SitemapActor): SitemapItemLoose => ({
  url: `/${isChannel ? 'c' : 'a'}/${name}`,
  lastmod: updatedAt.toISOString(),
})

/** A video with what search engines show of it (spec 09 §9). */
export function videoItem(origin: Pick<Origin, 'url'>, video: SitemapVideo): SitemapItemLoose {
  const url = `/w/${uuidToShort(video.uuid)}`
  const base = { url, lastmod: video.updatedAt.toISOString() }
  // The format asks for a picture.
  if (!video.thumbnail) return base
  const votes = video.likes + video.dislikes
  const isShort = video.duration > 0 && video.duration <= longestDuration
  return {
    ...base,
    video: [
      {
        title: video.name.slice(0, longestTitle),
        description: (video.description ?? video.name).slice(0, longestDescription),
        player_loc: `${origin.url}/videos/embed/${uuidToShort(video.uuid)}`,
        thumbnail_loc: `${origin.url}/lazy-static/thumbnails/${video.thumbnail}`,
        ...(video.playlist
          ? { content_loc: hlsUrl(origin, { uuid: video.uuid, privacy: VideoPrivacy.PUBLIC }, video.playlist) }
          : {}),
        ...(isShort ? { duration: video.duration } : {}),
        ...(votes > 0 ? { rating: Math.round((50 * video.likes) / votes) / 10 } : {}),
        view_count: video.views,
        publication_date: video.publishedAt.toISOString(),
        uploader: video.channelDisplayName,
        'uploader:info': `${origin.url}/c/${video.channelName}`,
        live: video.isLive,
        family_friendly: !video.nsfw,
        tag: video.tags.slice(0, mostTags),
      },
    ],
  }
}
