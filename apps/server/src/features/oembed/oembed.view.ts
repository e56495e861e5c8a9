import { escapeHtml } from '#foundation/escape-html.ts'

/** Width and height of the player in another page, px. */
const frame = { width: 560, height: 315 }

/** Largest thumbnail that is told of, px. */
const thumbnailWidth = 1280

/** Parameters of the watch page that the embedded player knows too (spec 03 §19). */
const playerParameters = [
  'start',
  'stop',
  'loop',
  'autoplay',
  'muted',
  'controls',
  'controlBar',
  'title',
  'api',
  'warningTitle',
  'peertubeLink',
  'p2p',
  'subtitle',
  'bigPlayBackgroundColor',
  'mode',
  'foregroundColor',
  'playbackRate',
  'waitPasswordFromEmbedAPI',
  'playlistPosition',
]

/** A video, or a playlist. */
export interface Embeddable {
  name: string
  embedPath: string
  author: { displayName: string; url: string }
  thumbnails: readonly { width: number; height: number; aspectRatio: string; fileUrl: string }[]
}

export interface OEmbedLimits {
  maxwidth?: number | undefined
  maxheight?: number | undefined
}

/** oEmbed 1.0 (spec 03 §19). `asked` is the address that the client gave. */
export function oEmbedView(
  origin: string,
  { name, embedPath, author, thumbnails }: Embeddable,
  asked: URL,
  limits: OEmbedLimits,
) {
  const maxWidth = limits.maxwidth ?? Infinity
  const maxHeight = limits.maxheight ?? Infinity
  const width = Math.min(frame.width, maxWidth)
  const height = Math.min(frame.height, maxHeight)
  const source = new URL(embedPath, origin)
  for (const parameter of playerParameters) {
    const value = asked.searchParams.get(parameter)
    if (value !== null) source.searchParams.set(parameter, value)
  }
  const html =
    `<iframe width="${width}" height="${height}" sandbox="allow-same-origin allow-scripts allow-popups allow-forms" ` +
    `title="${escapeHtml(name)}" src="${escapeHtml(source.href)}" style="border: none" allow="fullscreen"></iframe>`
  const thumbnail = thumbnails
    .filter((image) => image.aspectRatio === '16:9' && image.width <= thumbnailWidth)
    .toSorted((a, b) => b.width - a.width)[0]
  return {
    type: 'video' as const,
    version: '1.0' as const,
    html,
    width,
    height,
    title: name,
    author_name: author.displayName,
    author_url: author.url,
    provider_name: 'PeerTube',
    provider_url: origin,
    ...(thumbnail && thumbnail.width < maxWidth && thumbnail.height < maxHeight
      ? { thumbnail_url: thumbnail.fileUrl, thumbnail_width: thumbnail.width, thumbnail_height: thumbnail.height }
      : {}),
  }
}
