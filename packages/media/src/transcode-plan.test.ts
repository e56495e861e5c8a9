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

test('another codec: a cheap rung first, then everything else out of one decode', () => {
  const probe = fixtureProbe({ video: { codec_name: 'vp9' } })
  assert.deepEqual(outline({ probe }), [
    'early! source → hls-480 v:854x480@30 a:copy, web-video-0 a:copy',
    'ladder source → hls-1080 v:1920x1080@30 a:copy, hls-360 v:640x360@30 a:copy, hls-720 v:1280x720@30 a:copy, hls-240 v:426x240@30 a:copy',
  ])
  const { steps } = planTranscoding({ probe, settings, storyboard: true })
  assert.deepEqual(
    steps.map((step) => [step.required, step.storyboard?.total]),
    [
      [true, undefined],
      [true, 60],
    ],
  )
})

test('the early rung is the one nearest to 480 below the original', () => {
  const early = (lower: number[], video: Record<string, unknown> = {}) =>
    outline({ probe: fixtureProbe({ video: { codec_name: 'vp9', ...video }, audio: null }), lower })[0]!
  assert.match(early([360, 720, 240]), /^early! source → hls-360 /)
  assert.match(early([240, 720, 144]), /^early! source → hls-720 /)
  assert.match(early([240, 144]), /^early! source → hls-240 /)
  assert.match(early([720, 480], { width: 1280, height: 720 }), /^early! source → hls-480 /)
  assert.match(early([480, 360], { width: 1080, height: 1920 }), /^early! source → hls-480 v:480x854@30$/)
})

test('no early rung: nothing below, a small original, little work, a copy, no files wanted', () => {
  const vp9 = { codec_name: 'vp9' }
  const names = (options: Omit<PlanOptions, 'settings'> & { settings?: TranscodingSettings }) =>
    planTranscoding({ settings, ...options }).steps.map((step) => step.name)
  assert.deepEqual(names({ probe: fixtureProbe({ video: vp9 }), lower: [] }), ['ladder'])
  assert.deepEqual(names({ probe: fixtureProbe({ video: { ...vp9, width: 854, height: 480 } }) }), ['ladder'])
  assert.deepEqual(names({ probe: fixtureProbe({ video: vp9, format: { duration: '9.9' } }) }), ['ladder'])
  assert.deepEqual(names({ probe: fixtureProbe({ video: vp9, format: { duration: '10' } }) }), ['early', 'ladder'])
  assert.deepEqual(names({ probe: fixtureProbe({ video: vp9, format: { duration: 'N/A' } }) }), ['early', 'ladder'])
  const hd = { ...vp9, width: 1280, height: 720 }
  assert.deepEqual(names({ probe: fixtureProbe({ video: hd, format: { duration: '20' } }) }), ['ladder'])
  assert.deepEqual(
    names({ probe: fixtureProbe({ video: { ...hd, avg_frame_rate: '60/1' }, format: { duration: '20' } }) }),
    ['early', 'ladder'],
  )
  assert.deepEqual(names({ probe: fixtureProbe() }), ['copy', 'ladder'])
  const nothing = { ...settings, hls: { enabled: false, split_audio_and_video: false } }
  assert.deepEqual(names({ probe: fixtureProbe({ video: vp9 }), settings: nothing }), ['ladder'])
})

test('an early rung with sound encoded before it, split sound, web videos', () => {
  const probe = fixtureProbe({ video: { codec_name: 'hevc' }, audio: { codec_name: 'opus' } })
  assert.deepEqual(outline({ probe, lower: [480, 0] }), [
    'audio source → web-video-0 a:encode',
    'early! source+web-video-0 → hls-480 v:854x480@30 a:copy',
    'ladder source+web-video-0 → hls-1080 v:1920x1080@30 a:copy',
  ])
  const split = { ...settings, hls: { enabled: true, split_audio_and_video: true }, web_videos: { enabled: true } }
  assert.deepEqual(outline({ probe, settings: split, lower: [480] }), [
    'audio source → work-0 a:encode',
    'early! source+work-0 → hls-480 v:854x480@30, hls-0 a:copy',
    'ladder source+work-0 → hls-1080 v:1920x1080@30',
    'remux hls-1080+hls-0 → web-video-1080 v:copy a:copy',
    'remux hls-480+hls-0 → web-video-480 v:copy a:copy',
  ])
  assert.deepEqual(
    outline({ probe: fixtureProbe({ video: { codec_name: 'vp9' } }), lower: [480], only: 'web-video' }),
    ['early! source → web-video-480 v:854x480@30 a:copy', 'ladder source → web-video-1080 v:1920x1080@30 a:copy'],
  )
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
    'early! source → hls-480 v:854x480@30',
    'ladder source → hls-1080 v:1920x1080@60, hls-720 v:1280x720@50',
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
