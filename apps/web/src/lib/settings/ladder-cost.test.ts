import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ladderOf, sizePerHour, workOf, type LadderSettings } from './ladder-cost.ts'

const settings: LadderSettings = {
  resolutions: { '0p': true, '480p': true, '720p': true, '1080p': true, '2160p': true },
  alwaysTranscodeOriginalResolution: false,
  fps: { max: 60 },
  webVideos: { enabled: false },
  hls: { enabled: true, splitAudioAndVideo: false },
}
const heights = (changed: Partial<LadderSettings>, height = 1080) =>
  ladderOf({ ...settings, ...changed }, { height, fps: 30 }).map((rendition) => rendition.height)

test('a video gets the renditions up to its own size, the largest first', () => {
  assert.deepEqual(heights({}), [1080, 720, 480, 0])
  assert.deepEqual(heights({}, 720), [720, 480, 0])
  assert.deepEqual(heights({ alwaysTranscodeOriginalResolution: true }, 1440), [1440, 1080, 720, 480, 0])
  assert.deepEqual(heights({ resolutions: {} }), [1080])
})

test('two kinds of files take twice the disk, half the pictures take less', () => {
  const [largest] = ladderOf(settings, { height: 1080, fps: 30 })
  const [double] = ladderOf({ ...settings, webVideos: { enabled: true } }, { height: 1080, fps: 30 })
  assert.equal(double!.size, largest!.size * 2)
  assert.ok(sizePerHour(1080, 30) < sizePerHour(1080, 60))
  assert.ok(largest!.size > 2e9 && largest!.size < 4e9, String(largest!.size))
})

test('work is told against 720p', () => {
  assert.equal(workOf([{ height: 720, bitrate: 0, size: 0 }], 30), 1)
  assert.equal(workOf([{ height: 1440, bitrate: 0, size: 0 }], 60), 8)
})
