import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseProbe } from './parse-probe.ts'
import { fixtureProbe, probeOutput } from './probe-fixture.ts'

test('a common clip', () => {
  const probe = fixtureProbe()
  const { duration, fps, bitrate, width, height, resolution, aspectRatio, isAudioFile, streams } = probe
  assert.deepEqual(
    { duration, fps, bitrate, width, height, resolution, aspectRatio, isAudioFile, streams },
    {
      duration: 60,
      fps: 30,
      bitrate: 8_000_000,
      width: 1920,
      height: 1080,
      resolution: 1080,
      aspectRatio: 1.7778,
      isAudioFile: false,
      streams: 3,
    },
  )
  assert.equal('filename' in probe.metadata.format, false)
  assert.equal(probe.metadata.streams.length, 2)
})

test('a length that nothing can have is unknown', () => {
  for (const duration of ['99999999999.5', '-3', 'N/A']) {
    const { duration: seconds, exactDuration } = parseProbe({ streams: [], format: { duration } })
    assert.deepEqual([seconds, exactDuration], [0, 0])
  }
})

test('rotation swaps the sides, by side data or by tag', () => {
  for (const video of [{ side_data_list: [{ rotation: -90 }] }, { tags: { rotate: '270' } }]) {
    const probe = fixtureProbe({ video })
    assert.deepEqual([probe.width, probe.height, probe.resolution, probe.aspectRatio], [1080, 1920, 1080, 0.5625])
  }
  assert.equal(fixtureProbe({ video: { side_data_list: [{ rotation: 180 }] } }).width, 1920)
})

test('cover art makes an audio file, whose streams still say video', () => {
  const probe = fixtureProbe({ video: { codec_name: 'mjpeg', disposition: { attached_pic: 1 } } })
  assert.equal(probe.isAudioFile, true)
  assert.deepEqual([probe.width, probe.height, probe.resolution, probe.fps, probe.aspectRatio], [0, 0, 0, 0, null])
  assert.equal(probe.streams, 3)
  assert.equal(probe.video, undefined)
})

test('a cover that stands before the film does not hide it', () => {
  const output = probeOutput()
  const cover = { index: 2, codec_type: 'video', codec_name: 'png', disposition: { attached_pic: 1 } }
  assert.equal(parseProbe({ ...output, streams: [cover, ...output.streams!] }).video?.index, 0)
})

test('unknown values', () => {
  const probe = fixtureProbe({
    video: { avg_frame_rate: '0/0', r_frame_rate: '24/1' },
    format: { duration: undefined, bit_rate: undefined },
  })
  assert.deepEqual([probe.duration, probe.fps, probe.bitrate], [0, 24, 7_900_000])
  const silent = fixtureProbe({
    audio: null,
    video: { bit_rate: 'N/A' },
    format: { duration: 'N/A', bit_rate: undefined },
  })
  assert.deepEqual([silent.duration, silent.bitrate, silent.streams, silent.audio], [0, undefined, 1, undefined])
})

test('chapters', () => {
  const chapters = [
    { start_time: '0.000', tags: { title: 'Begin' } },
    { start_time: '61.6', tags: { title: 'x'.repeat(150) } },
  ]
  const probe = parseProbe({ ...probeOutput(), chapters })
  assert.deepEqual(probe.chapters, [
    { timecode: 0, title: 'Begin' },
    { timecode: 62, title: 'x'.repeat(100) },
  ])
})
