import type { Actor, Caption, Channel, PublicConfig, WatchedVideo } from '../../api/types.ts'
import type { Playlist } from '../../playlist/playlist.ts'
import { pictureUrl, posterOf, thumbnailOf } from '../../video/pictures.ts'
import { hlsOf } from '../../player/sources.ts'
import { handleOf } from '../../video/handle.ts'
import { plainText } from '#lib/plain-text.ts'
import { linkTag, metaTag } from './meta-tags.ts'
import { actorDocument, playlistDocument, structuredData, videoDocument } from './structured-data.ts'

/** What a page is about; nothing of it is shown to scrapers unless everybody may see it. */
export type Subject =
  | { kind: 'video'; video: WatchedVideo; captions: Caption[] }
  | { kind: 'account'; actor: Actor }
  | { kind: 'channel'; actor: Channel }
  | { kind: 'playlist'; playlist: Playlist }

export interface HeadInput {
  config: PublicConfig
  /** Without a final slash. */
  origin: string
  /** Path and query that were asked for. */
  path: string
  search: string
  embed: boolean
  status: number
  subject?: Subject | undefined
}

interface Card {
  type: 'website' | 'video'
  twitter: 'summary_large_image' | 'summary' | 'player'
  title: string
  description: string
  url: string
  image?: { url: string; width?: number | null; height?: number | null } | undefined
  embed?: string
  robots?: string | undefined
}

/** Tags of the head that only scrapers, feed readers and the first paint need (spec 09 §7.2). */
export function pageHead(input: HeadInput): string {
  const { subject } = input
  const card = cardOf(input)
  const tags = [metaTag('name', 'description', card.description), metaTag('property', 'description', card.description)]
  if (!input.embed) tags.push(...socialTags(input, card))
  const robots = input.embed ? embedRobots(input) : card.robots
  if (robots) tags.push(metaTag('name', 'robots', robots))
  else if (!input.embed && input.status === 200) tags.push(linkTag({ rel: 'canonical', href: card.url }))
  if (subject?.kind === 'video') tags.push(...videoLinks(input, subject.video))
  if (subject?.kind === 'playlist') tags.push(playlistLink(input, subject.playlist))
  if (!input.embed) tags.push(...feeds(input))
  if (subject) tags.push(structuredData(documentOf(input, subject)))
  return tags.filter(Boolean).join('\n    ')
}

function cardOf(input: HeadInput): Card {
  const { subject } = input
  if (!subject) return siteCard(input)
  if (subject.kind === 'video') return videoCard(input, subject.video)
  return subject.kind === 'playlist' ? playlistCard(input, subject.playlist) : actorCard(input, subject)
}

function playlistCard({ origin, config }: HeadInput, playlist: Playlist): Card {
  const picture = thumbnailOf(playlist, 1280)
  return {
    type: 'video',
    twitter: 'player',
    title: playlist.displayName,
    description: plainText(playlist.description) || config.instance.shortDescription,
    url: `${origin}/w/p/${playlist.shortUUID}`,
    image: picture && { url: absolute(origin, picture.src) },
    embed: `${origin}/video-playlists/embed/${playlist.shortUUID}`,
    robots: !playlist.isLocal || playlist.privacy.id !== 1 ? 'noindex' : undefined,
  }
}

function videoCard({ origin, config }: HeadInput, video: WatchedVideo): Card {
  const picture = thumbnailOf(video, 1280)
  const best = video.thumbnails
    ?.filter((thumbnail) => thumbnail.aspectRatio === '16:9')
    .toSorted((a, b) => b.width - a.width)[0]
  return {
    type: 'video',
    twitter: 'player',
    title: video.name,
    description: plainText(video.description) || config.instance.shortDescription,
    url: `${origin}/w/${video.shortUUID}`,
    image: best
      ? { url: absolute(origin, best.fileUrl), width: best.width, height: best.height }
      : picture && { url: absolute(origin, picture.src) },
    embed: `${origin}/videos/embed/${video.shortUUID}`,
    robots: !video.isLocal || video.privacy.id !== 1 ? 'noindex' : undefined,
  }
}

function actorCard({ origin }: HeadInput, subject: Exclude<Subject, { kind: 'video' | 'playlist' }>): Card {
  const { actor } = subject
  const handle = handleOf(actor, origin)
  const avatar = actor.avatars.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0]
  return {
    type: 'website',
    twitter: 'summary',
    title: actor.displayName,
    description: plainText(actor.description),
    url: subject.kind === 'account' ? `${origin}/a/${handle}/video-channels` : `${origin}/c/${handle}/videos`,
    image: avatar && { url: absolute(origin, pictureUrl(avatar)), width: avatar.width, height: avatar.width },
    robots: handle.includes('@') ? 'noindex' : undefined,
  }
}

function siteCard({ config, origin, path, search }: HeadInput): Card {
  const { name, shortDescription, logo, avatars } = config.instance
  const opengraph = logo?.find((picture) => picture.type === 'opengraph')
  const avatar = avatars?.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0]
  const image = opengraph
    ? { url: absolute(origin, opengraph.fileUrl), width: opengraph.width, height: opengraph.height }
    : avatar && { url: absolute(origin, pictureUrl(avatar)), width: avatar.width, height: avatar.width }
  return {
    type: 'website',
    twitter: 'summary_large_image',
    title: name,
    description: shortDescription,
    url: origin + path + (search.startsWith('?page=') ? search : ''),
    image,
  }
}

function socialTags({ config }: HeadInput, card: Card): string[] {
  const { image, embed } = card
  return [
    metaTag('property', 'og:type', card.type),
    metaTag('property', 'og:site_name', config.instance.name),
    metaTag('property', 'og:title', card.title),
    metaTag('property', 'og:description', card.description),
    metaTag('property', 'og:url', card.url),
    metaTag('property', 'og:image', image?.url),
    metaTag('property', 'og:image:url', image?.url),
    metaTag('property', 'og:image:width', image?.width ?? undefined),
    metaTag('property', 'og:image:height', image?.height ?? undefined),
    ...(embed
      ? [
          metaTag('property', 'og:video:url', embed),
          metaTag('property', 'og:video:secure_url', embed),
          metaTag('property', 'og:video:type', 'text/html'),
          metaTag('property', 'og:video:width', 560),
          metaTag('property', 'og:video:height', 315),
        ]
      : []),
    metaTag('property', 'name', card.title),
    metaTag('property', 'image', image?.url),
    metaTag('property', 'twitter:card', card.twitter),
    metaTag('property', 'twitter:title', card.title),
    metaTag('property', 'twitter:description', card.description),
    metaTag('property', 'twitter:image:url', image?.url),
    metaTag('property', 'twitter:image:width', image?.width ?? undefined),
    metaTag('property', 'twitter:image:height', image?.height ?? undefined),
    ...(embed
      ? [
          metaTag('property', 'twitter:player', embed),
          metaTag('property', 'twitter:player:width', 560),
          metaTag('property', 'twitter:player:height', 315),
        ]
      : []),
  ]
}

function videoLinks({ origin, search }: HeadInput, video: WatchedVideo): string[] {
  const start = new URLSearchParams(search).get('start')
  const address = `${origin}/w/${video.shortUUID}${start ? `?start=${encodeURIComponent(start)}` : ''}`
  const poster = posterOf(video)
  const oembed = `${origin}/services/oembed?url=${encodeURIComponent(address)}`
  return [
    linkTag({ rel: 'alternate', type: 'application/json+oembed', href: oembed, title: video.name }),
    poster ? linkTag({ rel: 'preload', as: 'image', href: poster, fetchpriority: 'high' }) : '',
  ]
}

function playlistLink({ origin, search }: HeadInput, playlist: Playlist): string {
  const position = new URLSearchParams(search).get('playlistPosition')
  const place = position ? `?playlistPosition=${encodeURIComponent(position)}` : ''
  const address = `${origin}/w/p/${playlist.shortUUID}${place}`
  const oembed = `${origin}/services/oembed?url=${encodeURIComponent(address)}`
  return linkTag({ rel: 'alternate', type: 'application/json+oembed', href: oembed, title: playlist.displayName })
}

function feeds({ config, origin, subject }: HeadInput): string[] {
  const { name } = config.instance
  const feed = (path: string, title: string): string =>
    linkTag({ rel: 'alternate', type: 'application/rss+xml', title, href: origin + path })
  const list = [feed('/feeds/videos.xml', `${name} - Videos feed`)]
  if (subject?.kind === 'channel') {
    const { id, displayName } = subject.actor
    list.unshift(
      feed(`/feeds/podcast/videos.xml?videoChannelId=${id}`, `${displayName} - Podcast feed`),
      feed(
        `/feeds/podcast/videos.xml?videoChannelId=${id}&enclosurePreference=audio`,
        `${displayName} - Audio podcast feed`,
      ),
      feed(
        `/feeds/podcast/videos.xml?videoChannelId=${id}&enclosurePreference=video`,
        `${displayName} - Video podcast feed`,
      ),
      feed(`/feeds/videos.xml?videoChannelId=${id}`, `${displayName} - Videos feed`),
    )
  }
  if (subject?.kind === 'account') {
    const { id, displayName } = subject.actor
    list.unshift(feed(`/feeds/videos.xml?accountId=${id}`, `${displayName} - Videos feed`))
  }
  if (subject?.kind === 'playlist' && subject.playlist.privacy.id === 1 && subject.playlist.videoChannel) {
    const { id, displayName } = subject.playlist
    const path = `/feeds/podcast/videos.xml?playlistId=${id}`
    list.unshift(
      feed(path, `${displayName} - Podcast feed`),
      feed(`${path}&enclosurePreference=audio`, `${displayName} - Audio podcast feed`),
      feed(`${path}&enclosurePreference=video`, `${displayName} - Video podcast feed`),
    )
  }
  if (subject?.kind === 'video' && subject.video.privacy.id === 1) {
    list.unshift(
      feed(`/feeds/video-comments.xml?videoId=${subject.video.uuid}`, `${subject.video.name} - Comments feed`),
    )
  }
  return list
}

function embedRobots({ subject }: HeadInput): string {
  const privacy =
    subject?.kind === 'video' ? subject.video.privacy : subject?.kind === 'playlist' && subject.playlist.privacy
  const open = privacy && [1, 2].includes(privacy.id)
  return open ? 'noindex, indexifembedded' : 'noindex'
}

function documentOf({ origin, config }: HeadInput, subject: Subject): object {
  if (subject.kind === 'playlist') return playlistDocument(subject.playlist, { origin, instance: config.instance.name })
  if (subject.kind !== 'video') return actorDocument(subject.actor, origin)
  const content = hlsOf(subject.video)?.playlistUrl
  return videoDocument(subject.video, subject.captions, { origin, instance: config.instance.name, content })
}

const absolute = (origin: string, url: string): string => (url.startsWith('/') ? origin + url : url)
