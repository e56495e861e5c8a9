import { createHash } from 'node:crypto'
import { audioCodecString, videoCodecString } from './codecs.ts'
import type { AudioStream, VideoStream } from './parse-probe.ts'

/** One media playlist of a master playlist. */
export interface HlsRendition {
  /** 0 = audio only */
  resolution: number
  /** pixels, 0 when audio only */
  width: number
  height: number
  fps: number
  /** bytes of the fragmented file */
  size: number
  /** seconds */
  duration: number
  playlistFilename: string
  video: Pick<VideoStream, 'codecTag' | 'profile' | 'level'> | undefined
  audio: Pick<AudioStream, 'codec'> | undefined
}

export interface HlsCaption {
  /** BCP 47, `fr` */
  language: string
  /** `French` */
  label: string
  playlistFilename: string
}

/** Sound lies in a rendition of its own, the others are silent (spec 05 §9). */
export function isSplit(renditions: readonly Pick<HlsRendition, 'resolution' | 'video' | 'audio'>[]): boolean {
  return (
    renditions.length >= 2 &&
    renditions.every(({ video, audio }) => !(video && audio)) &&
    renditions.some(({ resolution }) => resolution === 0) &&
    renditions.some(({ video }) => video)
  )
}

/** Text of `UUID-master.m3u8` (spec 05 §9). */
export function masterPlaylist(renditions: readonly HlsRendition[], captions: readonly HlsCaption[] = []): string {
  const split = isSplit(renditions)
  const sound = renditions.find(({ resolution }) => resolution === 0)
  const listed = renditions
    .filter(({ resolution }) => resolution > 0 || renditions.length === 1)
    .toSorted((a, b) => a.resolution - b.resolution)

  const lines = ['#EXTM3U', '#EXT-X-VERSION:3', '']
  if (captions.length > 0) lines.push(...captions.map(captionLine), '')
  if (split) {
    lines.push(
      `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="Audio",AUTOSELECT=YES,DEFAULT=YES,URI="${sound!.playlistFilename}"`,
      '',
    )
  }
  for (const rendition of listed) {
    const audio = split ? sound?.audio : rendition.audio
    lines.push(streamLine(rendition, audio, { split, subtitles: captions.length > 0 }), rendition.playlistFilename)
  }
  return lines.join('\n') + '\n'
}

function captionLine({ label, language, playlistFilename }: HlsCaption): string {
  return (
    `#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subtitles",NAME="${label.replaceAll('"', "'")}",DEFAULT=NO,AUTOSELECT=NO,` +
    `FORCED=NO,LANGUAGE="${language}",URI="${playlistFilename}"`
  )
}

function streamLine(
  { size, duration, resolution, width, height, fps, video }: HlsRendition,
  audio: HlsRendition['audio'],
  { split, subtitles }: { split: boolean; subtitles: boolean },
): string {
  const codecs = [videoCodecString(video), audioCodecString(audio)].filter((codec) => codec !== '')
  const attributes = [
    `BANDWIDTH=${duration > 0 ? Math.ceil((size * 8) / duration) : size}`,
    ...(resolution > 0 ? [`RESOLUTION=${width}x${height}`] : []),
    ...(fps > 0 ? [`FRAME-RATE=${fps}`] : []),
    `CODECS="${codecs.join(',')}"`,
    ...(split ? ['AUDIO="audio"'] : []),
    ...(subtitles ? ['SUBTITLES="subtitles"'] : []),
  ]
  return `#EXT-X-STREAM-INF:${attributes.join(',')}`
}

/** Text of a caption's playlist: the whole WebVTT file is its only segment (spec 05 §10). */
export function captionPlaylist({ duration, vttUrl }: { duration: number; vttUrl: string }): string {
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:3',
    `#EXT-X-TARGETDURATION:${duration}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    `#EXTINF:${duration},`,
    vttUrl,
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')
}

/**
 * Gives the playlist that ffmpeg wrote its final file name: every reference becomes the bare `filename`, in the
 * `EXT-X-MAP` URI too, where ffmpeg may have put a path.
 */
export function renamePlaylistMedia(playlist: string, filename: string): string {
  return playlist
    .split('\n')
    .map((line) => {
      if (line.startsWith('#EXT-X-MAP:')) return line.replace(/URI="[^"]*"/, () => `URI="${filename}"`)
      return line === '' || line.startsWith('#') ? line : filename
    })
    .join('\n')
}

/**
 * Makes the `.m3u8` and media references of a playlist carry a file token (spec 05 §14); the media playlists that a
 * master names must pass it on in their turn.
 */
export function injectFileToken(playlist: string, token: string, { isMaster }: { isMaster: boolean }): string {
  const query = `?videoFileToken=${encodeURIComponent(token)}${isMaster ? '&reinjectVideoFileToken=true' : ''}`
  return playlist.replaceAll(/\.(?:m3u8|ts|mp4)/g, (extension) => extension + query)
}

/** A fragment of the single media file, both ends inclusive. */
export interface ByteRange {
  filename: string
  start: number
  end: number
}

/** Media fragments of a playlist in their order; the init section is not among them. */
export function parseByteRanges(playlist: string): ByteRange[] {
  const ranges: ByteRange[] = []
  let pending: { length: number; start: number | undefined } | undefined
  for (const line of playlist.split(/\r?\n/)) {
    const match = /^#EXT-X-BYTERANGE:(\d+)(?:@(\d+))?/.exec(line)
    if (match) {
      pending = { length: Number(match[1]), start: match[2] === undefined ? undefined : Number(match[2]) }
    } else if (pending && line !== '' && !line.startsWith('#')) {
      // Without an offset a range follows the one before it (RFC 8216 §4.3.2.2).
      const start = pending.start ?? (ranges.at(-1)?.end ?? -1) + 1
      ranges.push({ filename: line, start, end: start + pending.length - 1 })
      pending = undefined
    }
  }
  return ranges
}

export type SegmentHashes = Record<string, Record<string, string>>

/**
 * Part of the segments-sha256 file for one rendition: `{ <file>: { "<start>-<end>": <sha256 hex> } }` (spec 05 §9).
 * The media file is read once.
 * @param openRange bytes `start` to `end` (inclusive) of the media file
 * @throws Error when the file ends before its last fragment
 */
export async function hashSegments(
  playlist: string,
  openRange: (start: number, end: number) => AsyncIterable<Uint8Array>,
): Promise<SegmentHashes> {
  const ranges = parseByteRanges(playlist)
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (!first || !last) return {}

  const hashes: SegmentHashes = {}
  const queue = ranges.values()
  let range: ByteRange | undefined = queue.next().value
  let hash = createHash('sha256')
  let position = first.start
  for await (const chunk of openRange(first.start, last.end)) {
    let offset = 0
    while (range && offset < chunk.length) {
      const from = Math.max(offset, range.start - (position - offset))
      const upTo = Math.min(chunk.length, offset + range.end + 1 - position)
      if (from < upTo) hash.update(chunk.subarray(from, upTo))
      position += upTo - offset
      offset = upTo
      if (position <= range.end) continue
      ;(hashes[range.filename] ??= {})[`${range.start}-${range.end}`] = hash.digest('hex')
      range = queue.next().value
      hash = createHash('sha256')
    }
  }
  if (range)
    throw new Error(`${range.filename} ends at byte ${position}, before its fragment ${range.start}-${range.end}`)
  return hashes
}

/** Version of the swarms' identifiers that the player makes its own with (spec 05 §9). */
export const p2pPeerVersion = -2

/**
 * Identifiers of the peer-to-peer swarms of a playlist (spec 05 §9), 40 hex characters each.
 * @param heights heights of the playlist's files; a 0 adds the swarm of the sound
 */
export function p2pInfohashes(masterUrl: string, heights: readonly number[]): string[] {
  const swarms = heights.map((_, index) => `v2-${masterUrl}-main-${index}`)
  if (heights.includes(0)) swarms.push(`v2-${masterUrl}-secondary-0`)
  return swarms.map(toSwarmId)
}

function toSwarmId(name: string): string {
  const digest = createHash('md5').update(name).digest().subarray(1)
  return Buffer.from(digest.toString('base64'), 'ascii').toString('hex')
}
