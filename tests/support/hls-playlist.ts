/** What tests read from HLS playlists; written apart from the server's own code. */

export interface Variant {
  uri: string
  bandwidth: number
  resolution?: string
  frameRate?: number
  codecs: string
}

export interface Segment {
  uri: string
  /** s */
  duration: number
  start: number
  length: number
}

export interface MediaPlaylist {
  /** Tags without a place among the segments: `EXT-X-VERSION` → `7`. */
  tags: Map<string, string>
  init: { uri: string; start: number; length: number }
  segments: Segment[]
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '')

function attributesOf(line: string): Record<string, string> {
  const found = line.matchAll(/([A-Z0-9-]+)=("[^"]*"|[^,]*)/g)
  return Object.fromEntries([...found].map(([, name, value]) => [name!, value!.replaceAll('"', '')]))
}

export function parseMaster(text: string): Variant[] {
  const lines = linesOf(text)
  if (lines[0] !== '#EXTM3U') throw new Error(`Not a playlist: ${text.slice(0, 100)}`)
  return lines.flatMap((line, index) => {
    if (!line.startsWith('#EXT-X-STREAM-INF:')) return []
    const { BANDWIDTH, RESOLUTION, CODECS = '', ...rest } = attributesOf(line.slice(line.indexOf(':') + 1))
    return {
      uri: lines[index + 1]!,
      bandwidth: Number(BANDWIDTH),
      ...(RESOLUTION ? { resolution: RESOLUTION } : {}),
      ...(rest['FRAME-RATE'] ? { frameRate: Number(rest['FRAME-RATE']) } : {}),
      codecs: CODECS,
    }
  })
}

export function parseMedia(text: string): MediaPlaylist {
  const tags = new Map<string, string>()
  const segments: Segment[] = []
  let init: MediaPlaylist['init'] | undefined
  let duration = 0
  let range = [0, 0]
  for (const line of linesOf(text)) {
    const [name = '', value = ''] = line.split(/:(.*)/)
    if (!line.startsWith('#')) segments.push({ uri: line, duration, length: range[0]!, start: range[1]! })
    else if (name === '#EXTINF') duration = Number.parseFloat(value)
    else if (name === '#EXT-X-BYTERANGE') range = value.split('@').map(Number)
    else if (name === '#EXT-X-MAP') {
      const { URI = '', BYTERANGE = '' } = attributesOf(value)
      const [length = Number.NaN, start = Number.NaN] = BYTERANGE.split('@').map(Number)
      init = { uri: URI, start, length }
    } else tags.set(name.slice(1), value)
  }
  if (!init) throw new Error(`No init section: ${text.slice(0, 300)}`)
  return { tags, init, segments }
}
