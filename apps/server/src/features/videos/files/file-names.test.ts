import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { withFileToken } from './add-file-token.ts'
import { p2pInfohashes } from './p2p-infohashes.ts'
import { attachment } from './send-stored-file.ts'
import { hlsKey, hlsPlaylistFilename, newHlsFilename, webVideoKey } from './video-file-keys.ts'

test('private, internal and protected videos lie below private/', () => {
  for (const privacy of [1, 2]) assert.equal(webVideoKey({ privacy }, 'a.mp4'), 'a.mp4')
  for (const privacy of [3, 4, 5]) assert.equal(webVideoKey({ privacy }, 'a.mp4'), 'private/a.mp4')
  assert.equal(hlsKey({ uuid: 'u', privacy: 1 }, 'm.m3u8'), 'hls/u/m.m3u8')
  assert.equal(hlsKey({ uuid: 'u', privacy: 4 }, 'm.m3u8'), 'hls/private/u/m.m3u8')
  assert.match(newHlsFilename(720), /^[0-9a-f-]{36}-720-fragmented\.mp4$/)
  assert.equal(hlsPlaylistFilename('x-720-fragmented.mp4'), 'x-720.m3u8')
})

test('swarm ids: 40 hex digits of the base64 of an MD5 without its first byte (spec 05 §9)', () => {
  const url = 'https://video.example/static/streaming-playlists/hls/u/m-master.m3u8'
  const hashes = p2pInfohashes(url, [240, 480])
  const digest = createHash('md5').update(`v2-${url}-main-1`).digest()
  assert.equal(Buffer.from(hashes[1]!, 'hex').toString(), digest.subarray(1).toString('base64'))
  assert.ok(hashes.every((hash) => /^[0-9a-f]{40}$/.test(hash)))
  assert.equal(hashes.length, 2)
  assert.equal(p2pInfohashes(url, [0, 480]).length, 3)
})

test('a token is added to every file of a playlist, and passed on by a master', () => {
  const master = '#EXTM3U\nu-480.m3u8\nu-720.m3u8\n'
  assert.equal(
    withFileToken(master, 't', 'hls/private/u/x-master.m3u8'),
    '#EXTM3U\nu-480.m3u8?videoFileToken=t&reinjectVideoFileToken=true\n' +
      'u-720.m3u8?videoFileToken=t&reinjectVideoFileToken=true\n',
  )
  assert.equal(
    withFileToken('#EXT-X-MAP:URI="a.mp4"\na.mp4\n', 't', 'a.m3u8'),
    '#EXT-X-MAP:URI="a.mp4?videoFileToken=t"\na.mp4?videoFileToken=t\n',
  )
})

test('attachment names survive quotes and other alphabets', () => {
  assert.equal(attachment('a.mp4'), `attachment; filename="a.mp4"; filename*=UTF-8''a.mp4`)
  assert.equal(attachment('é"(1)'), `attachment; filename="__(1)"; filename*=UTF-8''%C3%A9%22%281%29`)
})
