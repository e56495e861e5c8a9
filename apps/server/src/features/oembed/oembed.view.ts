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

export interface EmbeddableVideo {
  name: string
  embedPath: string
  channel: { displayName: string; url: string }
  thumbnails: readonly { width: number; height: number; aspectRatio: string; fileUrl: string }[]
}

export interface OEmbedLimits {
  maxwidth?: number | undefined
  maxheight?: number | undefined
}

/** oEmbed 1.0 of a video (spec 03 §19). `asked` is the address that the client gave. */
export function oEmbedView(origin: string, video: EmbeddableVideo, asked: URL, limits: OEmbedLimits) {
  const maxWidth = limits.maxwidth ?? Infinity
  const maxHeight = limits.maxheight ?? Infinity
  const width = Math.min(frame.width, maxWidth)
  const height = Math.min(frame.height, maxHeight)
  const source = new URL(video.embedPath, origin)
  for (const name of playerParameters) {
    const value = asked.searchParams.get(name)
    if (value !== null) source.searchParams.set(name, value)
  }
  const html =
    `<iframe width="${width}" height="${height}" sandbox="allow-same-origin allow-scripts allow-popups allow-forms" ` +
    `title="${escapeHtml(video.name)}" src="${escapeHtml(source.href)}" style="border: none" allow="fullscreen"></iframe>`
  const thumbnail = video.thumbnails
    .filter((image) => image.aspectRatio === '16:9' && image.width <= thumbnailWidth)
    .toSorted((a, b) => b.width - a.width)[0]
  return {
    type: 'video' as const,
    version: '1.0' as const,
    html,
    width,
    height,
    title: video.name,
    author_name: video.channel.displayName,
    author_url: video.channel.url,
    provider_name: 'PeerTube',
    provider_url: origin,
    ...(thumbnail && thumbnail.width < maxWidth && thumbnail.height < maxHeight
      ? { thumbnail_url: thumbnail.fileUrl, thumbnail_width: thumbnail.width, thumbnail_height: thumbnail.height }
      : {}),
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
