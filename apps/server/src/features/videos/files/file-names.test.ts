import assert from 'node:assert/strict'
import { test } from 'node:test'
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

test('attachment names survive quotes and other alphabets', () => {
  assert.equal(attachment('a.mp4'), `attachment; filename="a.mp4"; filename*=UTF-8''a.mp4`)
  assert.equal(attachment('é"(1)'), `attachment; filename="__(1)"; filename*=UTF-8''%C3%A9%22%281%29`)
})
