import assert from 'node:assert/strict'
import { test } from 'node:test'
import { averageBitrate, maxBitrate, minBitrate, targetAudioBitrate, targetBitrate } from './bitrate.ts'

/** Check values of spec 05 §7 for 16:9 at 30 frames per second. */
const CHECKED = [
  [144, 22118, 210127, 353898],
  [240, 61440, 522246, 890891],
  [360, 138241, 1036812, 1797142],
  [480, 245763, 1474578, 2703393],
  [720, 552966, 3041318, 5253185],
  [1080, 1244175, 6220877, 10575492],
  [1440, 2211867, 9953404, 17694941],
  [2160, 4976702, 19906808, 34836915],
] as const

for (const [resolution, min, avg, max] of CHECKED) {
  test(`bitrates of ${resolution}p`, () => {
    const shape = { resolution, ratio: 1.7778, fps: 30 }
    assert.deepEqual([minBitrate(shape), averageBitrate(shape), maxBitrate(shape)], [min, avg, max])
    assert.ok(Math.abs(maxBitrate({ ...shape, fps: 60 }) - 2 * max) <= 1)
  })
}

test('an upright picture counts its longer side as a lying one does', () => {
  const upright = averageBitrate({ resolution: 720, ratio: 0.5625, fps: 30 })
  assert.equal(upright, Math.floor(720 * 1280 * 30 * 0.11))
})

test('without a picture there are fixed values', () => {
  const nothing = { resolution: 0, ratio: 0, fps: 0 }
  assert.deepEqual([minBitrate(nothing), averageBitrate(nothing), maxBitrate(nothing)], [10_000, 192_000, 256_000])
})

test('a rendition gets little more than its input had, and never less than the minimum', () => {
  const shape = { resolution: 480, ratio: 1.7778, fps: 30 }
  assert.equal(targetBitrate({ ...shape, inputBitrate: 1_000_000 }), 1_300_000)
  assert.equal(targetBitrate({ ...shape, inputBitrate: 50_000 }), 245_763)
  assert.equal(targetBitrate({ ...shape, inputBitrate: 9_000_000 }), 1_474_578)
  assert.equal(targetBitrate({ ...shape, inputBitrate: undefined }), 1_474_578)
})

test('audio bitrates', () => {
  assert.equal(targetAudioBitrate({ codec: 'opus', bitrate: undefined }), 256)
  assert.equal(targetAudioBitrate({ codec: 'flac', bitrate: undefined }), 384)
  assert.equal(targetAudioBitrate({ codec: 'aac', bitrate: 384_000 }), undefined)
  assert.equal(targetAudioBitrate({ codec: 'aac', bitrate: 500_000 }), 384)
  assert.equal(targetAudioBitrate({ codec: 'mp3', bitrate: 127_900 }), 128)
  assert.equal(targetAudioBitrate({ codec: 'pcm_s16le', bitrate: 1_536_000 }), 384)
})
