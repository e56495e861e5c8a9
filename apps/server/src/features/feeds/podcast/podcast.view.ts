import { v5 as nameBasedUuid } from 'uuid'
import { buildXml, optional, type Tag } from '#foundation/xml/build-xml.ts'
import { lastChange, type Feed, type FeedAuthor } from '../render/feed.ts'
import { appleCategory } from './apple-categories.ts'
import { podcastItem, type PodcastItem } from './podcast-item.view.ts'
import type { EnclosurePreference } from './podcast-media.ts'

export interface Podcast extends Omit<Feed, 'items' | 'podcastUrl'> {
  /** ActivityPub id of the channel or playlist. */
  url: string
  author: FeedAuthor
  language: string | null
  category: number | null
  explicit: boolean
  email: string | null
  items: readonly PodcastItem[]
  /** Of plugins. */
  customTags: readonly Tag[]
  /** Of plugins: `xmlns:…` → address. */
  customNamespaces: Readonly<Record<string, string>>
}

const namespaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  'xmlns:podcast': 'https://podcastindex.org/namespace/1.0',
}

/** RSS with the namespaces of Apple's directory and of Podcasting 2.0 (spec 03 §20). */
export function podcastView(origin: string, podcast: Podcast, preference: EnclosurePreference | undefined): string {
  const { title, homeUrl, imageUrl, author, email } = podcast
  const items = podcast.items.map((item) => podcastItem(origin, item, preference)).filter((item) => item !== undefined)
  const channel: Tag[] = [
    { name: 'title', value: title },
    { name: 'link', value: homeUrl },
    { name: 'description', value: podcast.description || title },
    { name: 'language', value: podcast.language ?? 'en' },
    ...optional('lastBuildDate', lastChange(podcast)?.toUTCString()),
    { name: 'generator', value: `PeerTube - ${origin}` },
    { name: 'atom:link', attributes: { rel: 'self', type: 'application/rss+xml', href: podcast.feedUrl } },
    ...(imageUrl
      ? [
          {
            name: 'image',
            value: [
              { name: 'url', value: imageUrl },
              { name: 'title', value: title },
              { name: 'link', value: homeUrl },
            ],
          },
          { name: 'itunes:image', attributes: { href: imageUrl } },
        ]
      : []),
    { name: 'itunes:author', value: author.name },
    { name: 'itunes:type', value: 'episodic' },
    { name: 'itunes:explicit', value: String(podcast.explicit) },
    categoryTag(podcast.category),
    ...(email ? [{ name: 'itunes:owner', value: ownerTags(author.name, email) }] : []),
    { name: 'podcast:guid', value: nameBasedUuid(podcast.url, nameBasedUuid.URL) },
    { name: 'podcast:medium', value: 'video' },
    { name: 'podcast:locked', attributes: { owner: email }, value: 'yes' },
    {
      name: 'podcast:person',
      attributes: { href: author.url, img: author.avatarUrl, role: 'host' },
      value: author.name,
    },
    ...podcast.customTags,
    ...items,
  ]
  return buildXml({
    name: 'rss',
    attributes: { ...podcast.customNamespaces, ...namespaces },
    value: [{ name: 'channel', value: channel }],
  })
}

const ownerTags = (name: string, email: string): Tag[] => [
  { name: 'itunes:name', value: name },
  { name: 'itunes:email', value: email },
]

function categoryTag(category: number | null): Tag {
  const { name, part } = appleCategory(category)
  const value = part === undefined ? [] : [{ name: 'itunes:category', attributes: { text: part } }]
  return { name: 'itunes:category', attributes: { text: name }, value }
}
