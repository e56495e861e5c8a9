import { VideoInclude } from '@sepiola/contract/enums.ts'
import type { Video } from '@sepiola/contract/schemas/videos.ts'
import { listedVideoView, truncateDescription, type ListedVideoRow } from '#features/videos/public.ts'
import type { Origin } from '#foundation/origin.ts'
import { authorOf, channelUrl } from '../feed-subject.ts'
import { descriptionHtml, plainText } from '../render/safe-html.ts'
import type { FeedItem } from '../render/feed.ts'

/** Parts of a video that its item shows. */
export const shownParts = VideoInclude.FILES | VideoInclude.TAGS

export function toVideo(origin: Origin, row: ListedVideoRow): Video {
  return listedVideoView(origin, row, shownParts)
}

/** `row` with its whole description. */
export function videoItem(origin: Origin, row: ListedVideoRow): FeedItem {
  const video = toVideo(origin, row)
  return {
    id: row.url,
    title: row.name,
    url: `${origin.url}/w/${video.shortUUID}`,
    summary: truncateDescription(plainText(row.description ?? '')) ?? '',
    html: descriptionHtml(row.description ?? '', origin.url),
    published: row.originallyPublishedAt ?? row.publishedAt,
    updated: row.updatedAt,
    author: authorOf(origin, row.channel, channelUrl(origin, row.channel)),
    video,
  }
}
