import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Origin } from '#foundation/origin.ts'
import { fileResolutionLabel } from '../constants/labels.ts'
import { captionLanguages, videoLanguages } from '../constants/languages.ts'
import { guessAspectRatio } from '../thumbnails/store-thumbnails.ts'
import { fileViews } from './video-file.view.ts'
import { readVideoRef } from './video-ref.ts'
import { truncateDescription } from './video.view.ts'

const origin = { url: 'https://video.example', webSocketUrl: 'wss://video.example:443' } as Origin

const file = {
  id: 7,
  resolution: 720,
  width: 1280,
  height: 720,
  size: 1000,
  extname: '.mp4',
  infoHash: 'aa',
  fps: 30,
  streams: 3,
  filename: 'f-720.mp4',
  fileUrl: null,
  torrentFilename: 't.torrent',
  storage: 0,
}
const video = { uuid: 'u', name: 'A & B', privacy: 1, remote: false }

test('descriptions are cut to 250 units, never within a character', () => {
  assert.equal(truncateDescription(null), null)
  assert.equal(truncateDescription('x'.repeat(250)), 'x'.repeat(250))
  assert.equal(truncateDescription('x'.repeat(251)), `${'x'.repeat(247)}...`)
  assert.equal(truncateDescription(`${'x'.repeat(246)}😀${'y'.repeat(20)}`), `${'x'.repeat(246)}...`)
})

test('labels of resolutions', () => {
  assert.equal(fileResolutionLabel(0, 0, 0), 'Audio only')
  assert.equal(fileResolutionLabel(720, 1280, 720), '720p')
  assert.equal(fileResolutionLabel(816, 1920, 816), '1080p')
  assert.equal(fileResolutionLabel(300, 500, 300), '300p')
})

test('a public file: addresses and magnet with a web seed', () => {
  const [view] = fileViews(origin, video, [file], undefined)
  assert.equal(view!.fileUrl, 'https://video.example/static/web-videos/f-720.mp4')
  assert.equal(view!.fileDownloadUrl, 'https://video.example/download/web-videos/u-720.mp4')
  assert.equal(view!.torrentUrl, 'https://video.example/lazy-static/torrents/t.torrent')
  assert.equal('playlistUrl' in view!, false)
  assert.match(view!.magnetUri!, /^magnet:\?xs=.*&xt=urn:btih:aa&dn=A%20%26%20B&tr=.*&ws=https/)
})

test('a private file is no web seed, without torrent there is no magnet, remote files have no storage', () => {
  const [hidden] = fileViews(origin, { ...video, privacy: 3 }, [file], undefined)
  assert.equal(hidden!.magnetUri!.includes('&ws='), false)
  const [plain] = fileViews(origin, video, [{ ...file, torrentFilename: null, infoHash: null }], undefined)
  assert.equal('magnetUri' in plain!, false)
  assert.equal(plain!.torrentUrl, null)
  const [remote] = fileViews(origin, { ...video, remote: true }, [{ ...file, fileUrl: 'https://other/f' }], undefined)
  assert.deepEqual([remote!.fileUrl, remote!.storage], ['https://other/f', null])
})

test('references: number, UUID, short UUID', () => {
  assert.deepEqual(readVideoRef('42'), { id: 42 })
  assert.deepEqual(readVideoRef('00000000-0000-4000-8000-000000000005'), {
    uuid: '00000000-0000-4000-8000-000000000005',
  })
  assert.deepEqual(readVideoRef('111111114Ay6byqtQtQyDT'), { uuid: '00000000-0000-4000-8000-000000000005' })
  assert.equal(readVideoRef('nothing'), undefined)
  assert.equal(readVideoRef('99999999999'), undefined)
})

test('languages: living ones with two letters, some more, and fewer for captions (spec 01 §10)', () => {
  const all = videoLanguages()
  assert.equal(all.fr, 'French')
  assert.equal(all.pt, 'Portuguese (Brazilian)')
  assert.equal(all['zh-Hans'], 'Simplified Chinese')
  assert.ok(all.la && all.eo && all.tlh && all.zxx && all.ase)
  assert.equal(all.egy, undefined, 'extinct')
  assert.equal(Object.keys(all).length, 207)
  assert.equal(Object.keys(captionLanguages()).length, 190)
})

test('aspect ratios that are not named are guessed', () => {
  assert.deepEqual(
    [guessAspectRatio(280, 157), guessAspectRatio(640, 480), guessAspectRatio(50, 50)],
    ['16:9', '4:3', '1:1'],
  )
})
