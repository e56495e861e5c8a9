import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeTorrent } from './write-torrent.ts'

const origin = { url: 'https://a.example', webSocketUrl: 'wss://a.example:443' }
const video = { id: 1, uuid: 'u', name: 'What? A "film": 1/2', privacy: 1 }
const file = {
  id: 2,
  filename: 'f-720.mp4',
  resolution: 720,
  extname: '.mp4',
  torrentFilename: null,
  isHls: false,
  video,
}

test('the name has no characters that file systems refuse', () => {
  assert.equal(describeTorrent(origin, file).name, 'What- A -film-- 1-2 720p.mp4')
})

test('the file is a web seed unless it is private', () => {
  assert.deepEqual(describeTorrent(origin, file).urlList, ['https://a.example/static/web-videos/f-720.mp4'])
  assert.deepEqual(describeTorrent(origin, { ...file, isHls: true }).urlList, [
    'https://a.example/static/streaming-playlists/hls/u/f-720.mp4',
  ])
  assert.deepEqual(describeTorrent(origin, { ...file, video: { ...video, privacy: 3 } }).urlList, [])
})

test('both trackers, the socket first', () => {
  assert.deepEqual(describeTorrent(origin, file).announceList, [
    ['wss://a.example:443/tracker/socket'],
    ['https://a.example/tracker/announce'],
  ])
})
