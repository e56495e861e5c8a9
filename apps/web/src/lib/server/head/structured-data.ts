import type { Actor, Caption, WatchedVideo } from '../../api/types.ts'
import type { Playlist } from '../../playlist/playlist.ts'
import { pictureUrl } from '../../video/pictures.ts'
import { handleOf } from '../../video/handle.ts'
import { scriptText } from '../script-text.ts'
import { plainText } from '#lib/plain-text.ts'

/** JSON-LD (spec 09 §7.3); absent values are left out. */
export const structuredData = (document: object): string =>
  `<script type="application/ld+json">${scriptText(JSON.stringify(document))}</script>`

interface Around {
  origin: string
  instance: string
  content: string | undefined
}

export function videoDocument(video: WatchedVideo, captions: Caption[], { origin, instance, content }: Around): object {
  const images = (video.thumbnails ?? []).map((thumbnail) => thumbnail.fileUrl)
  const count = (type: string, value: number | undefined) => ({
    '@type': 'InteractionCounter',
    interactionType: { '@type': `http://schema.org/${type}` },
    userInteractionCount: value ?? 0,
  })
  return {
    '@context': 'http://schema.org',
    '@type': 'VideoObject',
    name: video.name,
    description: plainText(video.description, 5000) || video.name,
    image: images[0],
    thumbnailUrl: images.length ? images : undefined,
    url: `${origin}/w/${video.shortUUID}`,
    embedUrl: `${origin}/videos/embed/${video.shortUUID}`,
    contentUrl: content,
    uploadDate: video.createdAt,
    datePublished: video.originallyPublishedAt ?? video.publishedAt,
    dateModified: video.updatedAt,
    duration: `PT${video.duration}S`,
    inLanguage: video.language.id ?? undefined,
    keywords: video.tags.length ? video.tags.join(', ') : undefined,
    publisher: { '@type': 'Organization', name: instance, url: origin },
    author: {
      '@type': 'Organization',
      name: video.channel.displayName,
      url: `${origin}/c/${handleOf(video.channel, origin)}`,
    },
    interactionStatistic: [
      count('WatchAction', video.views),
      count('LikeAction', video.likes),
      count('DislikeAction', video.dislikes),
    ],
    contentRating: video.nsfw ? 'Mature' : 'General Audience',
    caption: captions.length
      ? captions.map((caption) => ({
          '@type': 'MediaObject',
          contentUrl: caption.fileUrl ?? caption.captionPath,
          encodingFormat: 'text/vtt',
          inLanguage: caption.language.id,
          name: caption.language.label,
        }))
      : undefined,
  }
}

export function playlistDocument(playlist: Playlist, { origin, instance }: Omit<Around, 'content'>): object {
  const images = (playlist.thumbnails ?? []).map((thumbnail) => thumbnail.fileUrl)
  const { videoChannel: channel } = playlist
  return {
    '@context': 'http://schema.org',
    '@type': 'ItemList',
    name: playlist.displayName,
    description: plainText(playlist.description, 5000) || undefined,
    image: images[0],
    thumbnailUrl: images.length ? images : undefined,
    url: `${origin}/w/p/${playlist.shortUUID}`,
    embedUrl: `${origin}/video-playlists/embed/${playlist.shortUUID}`,
    numberOfItems: playlist.videosLength,
    author: channel
      ? { '@type': 'Organization', name: channel.displayName, url: `${origin}/c/${handleOf(channel, origin)}` }
      : undefined,
    publisher: { '@type': 'Organization', name: instance, url: origin },
    uploadDate: playlist.createdAt,
    dateModified: playlist.updatedAt,
  }
}

export function actorDocument(actor: Actor, origin: string): object {
  const image = actor.avatars.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0]
  const url = pictureUrl(image ?? { width: null })
  return {
    '@context': 'http://schema.org',
    '@type': 'ProfilePage',
    dateCreated: actor.createdAt,
    dateModified: actor.updatedAt,
    mainEntity: {
      '@type': 'Person',
      '@id': '#main-author',
      name: actor.displayName,
      description: plainText(actor.description, 5000) || undefined,
      image: url ? (url.startsWith('/') ? origin + url : url) : undefined,
    },
  }
}
