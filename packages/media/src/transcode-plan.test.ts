import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FpsError } from './fps.ts'
import type { TranscodingSettings } from './media-settings.ts'
import { fixtureProbe } from './probe-fixture.ts'
import { lowerResolutions, planTranscoding, type PlanOptions } from './transcode-plan.ts'

const settings: TranscodingSettings = {
  resolutions: { '240p': true, '360p': true, '480p': true, '720p': true, '1080p': true },
  always_transcode_original_resolution: true,
  always_transcode_podcast_optimized_audio: true,
  fps: { max: 60 },
  web_videos: { enabled: false },
  hls: { enabled: true, split_audio_and_video: false },
}

/** One line per step: what it makes out of what, `!` where the video can be watched afterwards. */
function outline(options: Omit<PlanOptions, 'settings'> & { settings?: TranscodingSettings }): string[] {
  return planTranscoding({ settings, ...options }).steps.map((step) => {
    const inputs = step.inputs.map((input) => (input.kind === 'output' ? input.id : input.kind))
    const outputs = step.outputs.map(({ id, fps, video, audio }) =>
      [
        id,
        video && `v:${video.mode === 'copy' ? 'copy' : `${video.size.width}x${video.size.height}@${fps}`}`,
        audio && `a:${audio.mode}`,
      ]
        .filter(Boolean)
        .join(' '),
    )
    return `${step.name}${step.makesPlayable ? '!' : ''} ${inputs.join('+')} → ${outputs.join(', ')}`
  })
}

test('a compatible source: copied at once, the rest out of one decode', () => {
  assert.deepEqual(outline({ probe: fixtureProbe() }), [
    'copy! source → hls-1080 v:copy a:copy, web-video-0 a:copy',
    'ladder source → hls-480 v:854x480@30 a:copy, hls-360 v:640x360@30 a:copy, hls-720 v:1280x720@30 a:copy, hls-240 v:426x240@30 a:copy',
  ])
})

test('another codec: everything out of one decode', () => {
  assert.deepEqual(outline({ probe: fixtureProbe({ video: { codec_name: 'vp9' } }), lower: [480] }), [
    'ladder! source → hls-1080 v:1920x1080@30 a:copy, hls-480 v:854x480@30 a:copy',
  ])
})

test('sound that cannot stay is encoded once, as the podcast file where one is wanted', () => {
  const probe = fixtureProbe({ audio: { codec_name: 'opus' } })
  assert.deepEqual(outline({ probe, lower: [480, 0] }), [
    'audio source → web-video-0 a:encode',
    'copy! source+web-video-0 → hls-1080 v:copy a:copy',
    'ladder source+web-video-0 → hls-480 v:854x480@30 a:copy',
  ])
  assert.deepEqual(outline({ probe, lower: [] }), [
    'audio source → work-0 a:encode',
    'copy! source+work-0 → hls-1080 v:copy a:copy',
  ])
})

test('split sound has a playlist, made with the first pictures', () => {
  const split = { ...settings, hls: { enabled: true, split_audio_and_video: true } }
  assert.deepEqual(outline({ probe: fixtureProbe(), settings: split, lower: [480] }), [
    'copy! source → hls-1080 v:copy, hls-0 a:copy',
    'ladder source → hls-480 v:854x480@30',
  ])
})

test('audio only as a resolution of its own: a playlist beside the podcast file', () => {
  const withZero = { ...settings, resolutions: { '0p': true } }
  assert.deepEqual(outline({ probe: fixtureProbe(), settings: withZero }), [
    'copy! source → hls-1080 v:copy a:copy, hls-0 a:copy, web-video-0 a:copy',
  ])
})

test('web videos beside HLS are remuxed, alone they are encoded', () => {
  const both = { ...settings, web_videos: { enabled: true } }
  assert.deepEqual(outline({ probe: fixtureProbe(), settings: both, lower: [480] }), [
    'copy! source → hls-1080 v:copy a:copy, web-video-1080 v:copy a:copy',
    'ladder source → hls-480 v:854x480@30 a:copy',
    'remux hls-480 → web-video-480 v:copy a:copy',
  ])
  assert.deepEqual(outline({ probe: fixtureProbe(), lower: [480, 0], only: 'web-video' }), [
    'copy! source → web-video-1080 v:copy a:copy, web-video-0 a:copy',
    'ladder source → web-video-480 v:854x480@30 a:copy',
  ])
  assert.deepEqual(outline({ probe: fixtureProbe(), settings: both, lower: [480, 0], only: 'hls' }).length, 2)
})

test('an audio file gets a still picture at 480p and 25 frames per second', () => {
  const probe = fixtureProbe({ video: null, audio: { codec_name: 'mp3' } })
  assert.deepEqual(outline({ probe }), [
    'audio source → web-video-0 a:encode',
    'ladder! still+web-video-0 → hls-480 v:854x480@25 a:copy, hls-360 v:640x360@25 a:copy, hls-240 v:426x240@25 a:copy',
  ])
  assert.deepEqual(
    outline({ probe: fixtureProbe({ video: null }), lower: [0] })[0],
    'ladder! still+source → hls-480 v:854x480@25 a:copy, web-video-0 a:copy',
  )
})

test('upright, odd and fast sources', () => {
  const upright = fixtureProbe({ video: { width: 1080, height: 1920 }, audio: null })
  assert.deepEqual(outline({ probe: upright, lower: [480] }), [
    'copy! source → hls-1080 v:copy',
    'ladder source → hls-480 v:480x854@30',
  ])
  const odd = fixtureProbe({ video: { width: 853, height: 481 }, audio: null })
  assert.deepEqual(outline({ probe: odd, lower: [] }), ['ladder! source → hls-482 v:854x482@30'])
  const fast = fixtureProbe({ video: { avg_frame_rate: '60/1' }, audio: null })
  assert.deepEqual(outline({ probe: fast, lower: [720, 480], settings: { ...settings, fps: { max: 50 } } }), [
    'ladder! source → hls-1080 v:1920x1080@60, hls-720 v:1280x720@50, hls-480 v:854x480@30',
  ])
})

test('no copy: turned pictures, containers without sound timestamps, another original resolution', () => {
  for (const change of [{ video: { side_data_list: [{ rotation: 90 }] } }, { format: { format_name: 'avi' } }]) {
    assert.match(outline({ probe: fixtureProbe(change), lower: [] })[0]!, /^ladder! /)
  }
  const capped = { ...settings, always_transcode_original_resolution: false, resolutions: { '480p': true } }
  assert.deepEqual(outline({ probe: fixtureProbe({ audio: null }), settings: capped }), [
    'ladder! source → hls-480 v:854x480@30',
  ])
})

test('priorities, storyboard and durations of the steps', () => {
  const { originalResolution, steps } = planTranscoding({ probe: fixtureProbe(), settings, storyboard: true })
  assert.equal(originalResolution, 1080)
  assert.deepEqual(
    steps.map((step) => [step.required, step.storyboard?.total, step.duration]),
    [
      [true, undefined, 60.041],
      [false, 60, 60.041],
    ],
  )
})

test('resolutions that plugins may filter', () => {
  assert.deepEqual(lowerResolutions(fixtureProbe(), settings), [480, 360, 720, 240, 0])
  assert.deepEqual(lowerResolutions(fixtureProbe({ audio: null }), settings), [480, 360, 720, 240])
})

test('a video of unknown frame rate cannot be planned', () => {
  const probe = fixtureProbe({ video: { avg_frame_rate: '0/0', r_frame_rate: '0/0' } })
  assert.throws(() => planTranscoding({ probe, settings }), FpsError)
})
