import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import {
  captionPlaylist,
  hashSegments,
  injectFileToken,
  masterPlaylist,
  p2pInfohashes,
  parseByteRanges,
  renamePlaylistMedia,
  type HlsRendition,
} from './hls.ts'

const video = { codecTag: 'avc1', profile: 'High', level: 31 }
const rendition = (resolution: number, change: Partial<HlsRendition> = {}): HlsRendition => ({
  resolution,
  width: Math.round((resolution * 16) / 9),
  height: resolution,
  fps: 30,
  size: 1_000_001,
  duration: 10,
  playlistFilename: `${resolution}.m3u8`,
  video,
  audio: { codec: 'aac' },
  ...change,
})
const soundOnly = rendition(0, { width: 0, height: 0, fps: 0, video: undefined, size: 100_000 })

test('master playlist: ascending, with captions', () => {
  const captions = [{ language: 'fr', label: 'French', playlistFilename: 'c-fr.m3u8' }]
  assert.equal(
    masterPlaylist([rendition(720), rendition(240)], captions),
    `#EXTM3U
#EXT-X-VERSION:3

#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subtitles",NAME="French",DEFAULT=NO,AUTOSELECT=NO,FORCED=NO,LANGUAGE="fr",URI="c-fr.m3u8"

#EXT-X-STREAM-INF:BANDWIDTH=800001,RESOLUTION=427x240,FRAME-RATE=30,CODECS="avc1.64001F,mp4a.40.2",SUBTITLES="subtitles"
240.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=800001,RESOLUTION=1280x720,FRAME-RATE=30,CODECS="avc1.64001F,mp4a.40.2",SUBTITLES="subtitles"
720.m3u8
`,
  )
})

test('master playlist: split sound is a group, whose codec the pictures name', () => {
  assert.equal(
    masterPlaylist([soundOnly, rendition(240, { audio: undefined })]),
    `#EXTM3U
#EXT-X-VERSION:3

#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="Audio",AUTOSELECT=YES,DEFAULT=YES,URI="0.m3u8"

#EXT-X-STREAM-INF:BANDWIDTH=800001,RESOLUTION=427x240,FRAME-RATE=30,CODECS="avc1.64001F,mp4a.40.2",AUDIO="audio"
240.m3u8
`,
  )
})

test('master playlist: sound alone is listed only when nothing else is', () => {
  assert.match(masterPlaylist([soundOnly]), /\n#EXT-X-STREAM-INF:BANDWIDTH=80000,CODECS="mp4a.40.2"\n0.m3u8\n$/)
  assert.doesNotMatch(masterPlaylist([soundOnly, rendition(240)]), /0\.m3u8\n#|AUDIO=|TYPE=AUDIO/)
  assert.match(
    masterPlaylist([rendition(240, { duration: 0, audio: undefined })]),
    /BANDWIDTH=1000001,.*CODECS="avc1.64001F"\n/,
  )
})

const PLAYLIST = `#EXTM3U
#EXT-X-MAP:URI="/tmp/x/old-fragmented.mp4",BYTERANGE="10@0"
#EXTINF:4.000000,
#EXT-X-BYTERANGE:5@10
old-fragmented.mp4
#EXTINF:2.000000,
#EXT-X-BYTERANGE:7
old-fragmented.mp4
#EXT-X-ENDLIST
`

test('a playlist takes the final name of its file', () => {
  const renamed = renamePlaylistMedia(PLAYLIST, 'new$&-fragmented.mp4')
  assert.doesNotMatch(renamed, /old/)
  assert.match(renamed, /URI="new\$&-fragmented.mp4",BYTERANGE="10@0"/)
  assert.equal(renamed.split('\n').filter((line) => line === 'new$&-fragmented.mp4').length, 2)
})

test('byte ranges, with and without offset', () => {
  const filename = 'old-fragmented.mp4'
  assert.deepEqual(parseByteRanges(PLAYLIST), [
    { filename, start: 10, end: 14 },
    { filename, start: 15, end: 21 },
  ])
})

test('hashes do not depend on how the file is cut into chunks', async () => {
  const bytes = Buffer.from(Array.from({ length: 22 }, (_, index) => index))
  const sha = (from: number, to: number) => createHash('sha256').update(bytes.subarray(from, to)).digest('hex')
  for (const chunk of [1, 3, 100]) {
    const hashes = await hashSegments(PLAYLIST, async function* (start, end) {
      for (let at = start; at <= end; at += chunk) yield bytes.subarray(at, Math.min(at + chunk, end + 1))
    })
    assert.deepEqual(hashes, { 'old-fragmented.mp4': { '10-14': sha(10, 15), '15-21': sha(15, 22) } })
  }
})

test('a file token is put on every reference', () => {
  assert.equal(
    injectFileToken('#EXT-X-MAP:URI="a.mp4"\na.mp4\n', 'T', { isMaster: false }),
    '#EXT-X-MAP:URI="a.mp4?videoFileToken=T"\na.mp4?videoFileToken=T\n',
  )
  assert.equal(
    injectFileToken('b.m3u8', 'T', { isMaster: true }),
    'b.m3u8?videoFileToken=T&reinjectVideoFileToken=true',
  )
})

test('swarms of a playlist', () => {
  const url = 'https://example.com/m.m3u8'
  assert.deepEqual(p2pInfohashes(url, [720]), ['6d746b6d58513469336637326137674639384848'])
  assert.deepEqual(p2pInfohashes(url, [720, 0]).at(-1), '312b4c634f626650367267666c553667576c736f')
  assert.equal(p2pInfohashes(url, [720, 0]).length, 3)
})

test('a caption is one segment', () => {
  const text = captionPlaylist({ duration: 61, vttUrl: 'https://example.com/c.vtt' })
  assert.equal(
    text,
    '#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:61\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:61,\nhttps://example.com/c.vtt\n#EXT-X-ENDLIST\n',
  )
})
