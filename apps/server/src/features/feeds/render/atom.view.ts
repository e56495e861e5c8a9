import { buildXml, optional, type Tag } from '#foundation/xml/build-xml.ts'
import { lastChange, type Feed, type FeedAuthor, type FeedItem } from './feed.ts'
import { enclosureOf, mediaTags, torrentsOf } from './media-tags.ts'

const namespaces = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:podcast': 'https://podcastindex.org/namespace/1.0',
}

/** Atom 1.0 (RFC 4287) with Media RSS. */
export function atomView(origin: string, feed: Feed): string {
  return buildXml({
    name: 'feed',
    attributes: namespaces,
    value: [
      { name: 'id', value: feed.feedUrl },
      { name: 'title', value: feed.title },
      ...optional('subtitle', feed.description),
      // Required: an empty feed has not changed since there is such a thing.
      { name: 'updated', value: (lastChange(feed) ?? new Date(0)).toISOString() },
      { name: 'generator', value: `PeerTube - ${origin}` },
      { name: 'link', attributes: { rel: 'alternate', type: 'text/html', href: feed.homeUrl } },
      { name: 'link', attributes: { rel: 'self', type: 'application/atom+xml', href: feed.feedUrl } },
      ...optional('logo', feed.imageUrl),
      ...optional('podcast:txt', feed.podcastUrl, { purpose: 'p20url' }),
      ...feed.items.map((item) => ({ name: 'entry', value: entryTags(origin, item) })),
    ],
  })
}

function entryTags(origin: string, item: FeedItem): Tag[] {
  const { video } = item
  const enclosure = video && enclosureOf(origin, video)
  const files = video ? [...(enclosure ? [enclosure] : []), ...torrentsOf(video)] : []
  return [
    { name: 'id', value: item.id },
    { name: 'title', attributes: { type: 'text' }, value: item.title },
    { name: 'link', attributes: { rel: 'alternate', type: 'text/html', href: item.url } },
    ...files.map(({ url, type, size }) => ({
      name: 'link',
      attributes: { rel: 'enclosure', type, href: url, length: size },
    })),
    { name: 'published', value: item.published.toISOString() },
    { name: 'updated', value: item.updated.toISOString() },
    { name: 'author', value: authorTags(item.author) },
    ...optional('summary', item.summary, { type: 'text' }),
    ...optional('content', item.html, { type: 'html' }),
    ...(video && video.category.id !== null
      ? [{ name: 'category', attributes: { term: String(video.category.id), label: video.category.label } }]
      : []),
    ...(video ? mediaTags(origin, video, item.summary) : []),
  ]
}

const authorTags = ({ name, url }: FeedAuthor): Tag[] => [
  { name: 'name', value: name },
  { name: 'uri', value: url },
]
