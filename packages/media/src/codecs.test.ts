import assert from 'node:assert/strict'
import { test } from 'node:test'
import { audioCodecString, isAudioCopyable, isVideoCopyable, videoCodecString } from './codecs.ts'
import { fixtureProbe } from './probe-fixture.ts'

test('sound that can stay', () => {
  assert.ok(isAudioCopyable(undefined))
  assert.ok(isAudioCopyable(fixtureProbe().audio))
  for (const audio of [
    { codec_name: 'opus' },
    { bit_rate: undefined },
    { bit_rate: '400000' },
    { channel_layout: 'quad' },
    { channel_layout: undefined },
  ]) {
    assert.equal(isAudioCopyable(fixtureProbe({ audio }).audio), false, JSON.stringify(audio))
  }
})

test('video that can stay', () => {
  assert.ok(isVideoCopyable(fixtureProbe(), 60))
  assert.ok(isVideoCopyable(fixtureProbe({ video: null }), 60))
  assert.equal(isVideoCopyable(fixtureProbe(), 25), false)
  const changes = [
    { video: { codec_name: 'hevc' } },
    { video: { pix_fmt: 'yuv422p' } },
    { video: { avg_frame_rate: '1/1' } },
    { format: { bit_rate: '20000000' } },
    { format: { bit_rate: undefined }, video: { bit_rate: undefined } },
  ]
  for (const change of changes) assert.equal(isVideoCopyable(fixtureProbe(change), 60), false, JSON.stringify(change))
})

test('codec strings', () => {
  const avc = { codecTag: 'avc1', profile: 'High', level: 31 }
  assert.equal(videoCodecString(avc), 'avc1.64001F')
  assert.equal(videoCodecString({ ...avc, profile: 'Main', level: 40 }), 'avc1.4D4028')
  assert.equal(videoCodecString({ ...avc, profile: 'Baseline', level: 9 }), 'avc1.42E009')
  assert.equal(videoCodecString({ ...avc, profile: 'Constrained Baseline' }), 'avc1.64001F')
  assert.equal(videoCodecString({ codecTag: 'av01', profile: 'Main', level: 8 }), 'av01.0.08M.08')
  assert.equal(videoCodecString({ codecTag: 'vp09', profile: undefined, level: undefined }), 'vp09.00.50.08')
  assert.equal(videoCodecString({ codecTag: 'hev1', profile: 'Main', level: 93 }), 'hev1.1.6.L93.B0')
  assert.equal(videoCodecString(undefined), '')
  assert.deepEqual(
    ['opus', 'vorbis', 'aac', 'mp3', 'ac3'].map((codec) => audioCodecString({ codec })),
    ['opus', 'vorbis', 'mp4a.40.2', 'mp4a.40.34', 'mp4a.40.2'],
  )
  assert.equal(audioCodecString(undefined), '')
})
