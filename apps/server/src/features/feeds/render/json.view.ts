import type { Feed, FeedItem } from './feed.ts'
import { enclosureOf, picturesOf, torrentsOf } from './media-tags.ts'

/** JSON Feed 1.1. */
export function jsonView(origin: string, feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.homeUrl,
    feed_url: feed.feedUrl,
    ...(feed.description ? { description: feed.description } : {}),
    ...(feed.imageUrl ? { icon: feed.imageUrl } : {}),
    items: feed.items.map((item) => itemView(origin, item)),
  })
}

function itemView(origin: string, item: FeedItem) {
  const { video, author } = item
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    content_html: item.html,
    ...(item.summary ? { summary: item.summary } : {}),
    date_published: item.published.toISOString(),
    date_modified: item.updated.toISOString(),
    authors: [{ name: author.name, url: author.url, ...(author.avatarUrl ? { avatar: author.avatarUrl } : {}) }],
    ...(video ? videoMembers(origin, video) : {}),
  }
}

function videoMembers(origin: string, video: NonNullable<FeedItem['video']>) {
  const enclosure = enclosureOf(origin, video)
  const image = picturesOf(video).at(-1)?.fileUrl
  return {
    ...(image ? { image } : {}),
    ...(video.tags && video.tags.length > 0 ? { tags: video.tags } : {}),
    ...(video.language.id ? { language: video.language.id } : {}),
    attachments: [
      ...(enclosure ? [{ ...attachment(enclosure), duration_in_seconds: video.duration }] : []),
      ...torrentsOf(video).map(attachment),
    ],
  }
}

const attachment = ({ url, type, size }: { url: string; type: string; size: number }) => ({
  url,
  mime_type: type,
  size_in_bytes: size,
})
