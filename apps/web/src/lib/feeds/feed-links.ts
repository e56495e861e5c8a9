import type { MessageKey } from '#lib/i18n/i18n.ts'

/** An address for programs that follow what is new. */
export interface FeedLink {
  /** What it holds, where there are several. */
  label?: MessageKey
  format: string
  href: string
}

const formats = [
  ['RSS', 'xml'],
  ['Atom', 'atom'],
  ['JSON Feed', 'json'],
] as const

/** One list in the formats that readers understand (spec 03 §20). */
export function feedLinks(
  list: 'videos' | 'subscriptions' | 'video-comments',
  query: Readonly<Record<string, unknown>>,
): FeedLink[] {
  const text = toQuery(query)
  return formats.map(([format, end]) => ({ format, href: `/feeds/${list}.${end}${text}` }))
}

/** For podcast players: all that plays, only sound, or pictures first. */
export function podcastLinks(channelId: number): FeedLink[] {
  const path = `/feeds/podcast/videos.xml?videoChannelId=${channelId}`
  return [
    { label: 'feeds.podcast', format: 'RSS', href: path },
    { label: 'feeds.podcastAudio', format: 'RSS', href: `${path}&enclosurePreference=audio` },
    { label: 'feeds.podcastVideo', format: 'RSS', href: `${path}&enclosurePreference=video` },
  ]
}

function toQuery(query: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, String(one))
  }
  const text = search.toString()
  return text && `?${text}`
}
