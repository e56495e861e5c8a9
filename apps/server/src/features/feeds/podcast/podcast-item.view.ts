import type { VideoCaption } from '@sepiola/contract/schemas/video-files.ts'
import type { Video } from '@sepiola/contract/schemas/videos.ts'
import { optional, type Tag } from '#foundation/xml/build-xml.ts'
import type { FeedItem } from '../render/feed.ts'
import { playlistMedia, podcastMedia, type EnclosurePreference, type PodcastMedium } from './podcast-media.ts'

export interface PodcastItem extends FeedItem {
  video: Video
  /** Waiting for its stream, or streaming. */
  live: { status: 'pending' | 'live'; start: Date } | undefined
  captions: readonly VideoCaption[]
  /** Of plugins. */
  customTags: readonly Tag[]
}

/** px, side of the smallest picture that Apple's directory shows. */
const smallestPicture = 1400

/** `item`, or `podcast:liveItem` of a live; undefined when there is nothing to play. */
export function podcastItem(
  origin: string,
  item: PodcastItem,
  preference: EnclosurePreference | undefined,
): Tag | undefined {
  const { video, live } = item
  const media = live ? playlistMedia(video) : podcastMedia(origin, video, preference)
  if (!live && media.length === 0) return undefined
  const square = video.thumbnails.findLast(
    ({ aspectRatio, width }) => aspectRatio === '1:1' && width >= smallestPicture,
  )
  const picture = square ?? video.thumbnails.findLast(({ aspectRatio }) => aspectRatio === '16:9')
  const value: Tag[] = [
    { name: 'title', value: item.title },
    { name: 'link', value: item.url },
    { name: 'guid', attributes: { isPermaLink: false }, value: guidOf(item) },
    { name: 'pubDate', value: item.published.toUTCString() },
    ...optional('description', item.html),
    { name: 'itunes:author', value: item.author.name },
    { name: 'itunes:duration', value: video.duration },
    { name: 'itunes:explicit', value: String(video.nsfw) },
    ...(picture ? [{ name: 'itunes:image', attributes: { href: picture.fileUrl } }] : []),
    ...media.flatMap((medium, index) => mediumTags(video, medium, index === 0)),
    ...item.captions.map(({ language, fileUrl }) => ({
      name: 'podcast:transcript',
      attributes: { url: fileUrl, type: 'text/vtt', language: language.id, rel: 'captions' },
    })),
    {
      name: 'podcast:person',
      attributes: { href: item.author.url, img: item.author.avatarUrl, role: 'host' },
      value: item.author.name,
    },
    {
      name: 'podcast:socialInteract',
      attributes: {
        protocol: 'activitypub',
        uri: video.url,
        accountId: `@${video.account.name}@${video.account.host}`,
        accountUrl: video.account.url,
      },
    },
    ...(live ? [{ name: 'podcast:contentLink', attributes: { href: item.url }, value: item.title }] : []),
    ...item.customTags,
  ]
  return live
    ? { name: 'podcast:liveItem', attributes: { status: live.status, start: live.start.toISOString() }, value }
    : { name: 'item', value }
}

/** A live that is streamed again is another one. */
function guidOf({ video, live }: PodcastItem): string {
  return live ? `${video.url}?publishedAt=${video.publishedAt}` : video.url
}

function mediumTags(video: Video, medium: PodcastMedium, isStandard: boolean): Tag[] {
  const { url, type, size } = medium
  return [
    ...(isStandard ? [{ name: 'enclosure', attributes: { url, length: size, type } }] : []),
    {
      name: 'podcast:alternateEnclosure',
      attributes: {
        type,
        length: size || undefined,
        bitrate: medium.bitrate,
        height: medium.height,
        lang: video.language.id ?? undefined,
        title: medium.title,
        default: isStandard,
      },
      value: [
        { name: 'podcast:source', attributes: { uri: url } },
        ...medium.peerToPeer.map((uri) => ({
          name: 'podcast:source',
          attributes: { uri, contentType: 'application/x-bittorrent' },
        })),
      ],
    },
  ]
}
