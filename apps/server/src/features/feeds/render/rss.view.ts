import { buildXml, optional, type Tag } from '#foundation/xml/build-xml.ts'
import { lastChange, type Feed, type FeedItem } from './feed.ts'
import { enclosureOf, mediaTags } from './media-tags.ts'

const namespaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:podcast': 'https://podcastindex.org/namespace/1.0',
}

/** RSS 2.0 with Media RSS. `origin` without trailing slash. */
export function rssView(origin: string, feed: Feed): string {
  const { title, homeUrl, imageUrl } = feed
  const channel: Tag[] = [
    { name: 'title', value: title },
    { name: 'link', value: homeUrl },
    { name: 'description', value: feed.description || title },
    ...optional('lastBuildDate', lastChange(feed)?.toUTCString()),
    { name: 'docs', value: 'https://www.rssboard.org/rss-specification' },
    { name: 'generator', value: `PeerTube - ${origin}` },
    ...(imageUrl
      ? [
          {
            name: 'image',
            value: [
              { name: 'title', value: title },
              { name: 'url', value: imageUrl },
              { name: 'link', value: homeUrl },
            ],
          },
        ]
      : []),
    { name: 'atom:link', attributes: { rel: 'self', type: 'application/rss+xml', href: feed.feedUrl } },
    ...optional('podcast:txt', feed.podcastUrl, { purpose: 'p20url' }),
    ...feed.items.map((item) => ({ name: 'item', value: itemTags(origin, item) })),
  ]
  return buildXml({ name: 'rss', attributes: namespaces, value: [{ name: 'channel', value: channel }] })
}

function itemTags(origin: string, item: FeedItem): Tag[] {
  const { video } = item
  const enclosure = video && enclosureOf(origin, video)
  return [
    { name: 'title', value: item.title },
    { name: 'link', value: item.url },
    { name: 'guid', attributes: { isPermaLink: false }, value: item.id },
    { name: 'pubDate', value: item.published.toUTCString() },
    ...optional('description', item.summary || item.html),
    ...optional('content:encoded', item.html),
    { name: 'dc:creator', value: item.author.name },
    ...(video && video.category.id !== null ? [{ name: 'category', value: video.category.label }] : []),
    ...(enclosure
      ? [{ name: 'enclosure', attributes: { url: enclosure.url, type: enclosure.type, length: enclosure.size } }]
      : []),
    ...(video ? mediaTags(origin, video, item.summary) : []),
  ]
}
