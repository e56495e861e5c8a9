import assert from 'node:assert/strict'
import { test } from 'node:test'
import { computeLadder, originalResolution } from './ladder.ts'
import { resolutionLabel, scaleToResolution, toAspectRatio, toResolution } from './resolutions.ts'

const all = Object.fromEntries([0, 144, 240, 360, 480, 720, 1080, 1440, 2160].map((r) => [`${r}p`, true]))
const options = { enabled: all, includeInput: false, strictLower: false, hasAudio: true, forceAudio: false }

test('resolutions come in the order of their use', () => {
  assert.deepEqual(computeLadder({ ...options, input: 2160 }), [0, 480, 360, 720, 240, 144, 1080, 1440, 2160])
  assert.deepEqual(computeLadder({ ...options, input: 720, strictLower: true }), [0, 480, 360, 240, 144])
})

test('the input itself is appended once and made even', () => {
  assert.deepEqual(computeLadder({ ...options, input: 240, includeInput: true }), [0, 240, 144])
  assert.deepEqual(computeLadder({ ...options, input: 481, includeInput: true, enabled: {} }), [482])
})

test('audio alone needs audio, and can be forced', () => {
  assert.deepEqual(computeLadder({ ...options, input: 144, hasAudio: false, forceAudio: true }), [144])
  assert.deepEqual(computeLadder({ ...options, input: 240, enabled: { '144p': true }, forceAudio: true }), [144, 0])
})

test('original resolution: its own, or the highest enabled one', () => {
  const settings = {
    always_transcode_original_resolution: false,
    resolutions: { '480p': true, '720p': true, '0p': true },
  }
  assert.equal(originalResolution(1080, settings), 720)
  assert.equal(originalResolution(500, settings), 480)
  assert.equal(originalResolution(361, settings), 362)
  assert.equal(originalResolution(1081, { ...settings, always_transcode_original_resolution: true }), 1082)
})

test('labels', () => {
  assert.equal(resolutionLabel(0), 'Audio only')
  assert.equal(resolutionLabel(1080, { width: 1080, height: 1920 }), '1080p')
  assert.equal(resolutionLabel(816, { width: 1920, height: 816 }), '1080p')
  assert.equal(resolutionLabel(500, { width: 500, height: 900 }), '500p')
})

test('shapes', () => {
  assert.equal(toResolution({ width: 1080, height: 1920 }), 1080)
  assert.equal(toAspectRatio({ width: 1920, height: 1080 }), 1.7778)
  assert.equal(toAspectRatio({ width: 0, height: 1080 }), null)
  assert.deepEqual(scaleToResolution({ width: 1920, height: 1080 }, 480), { width: 854, height: 480 })
  assert.deepEqual(scaleToResolution({ width: 1080, height: 1920 }, 240), { width: 240, height: 426 })
  assert.deepEqual(scaleToResolution({ width: 853, height: 481 }, 482), { width: 854, height: 482 })
})
