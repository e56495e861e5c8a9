import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseProbe, type FfprobeOutput } from '@sepiola/media/parse-probe.ts'
import type { TranscodingSettings } from '@sepiola/media/media-settings.ts'
import { planJobs, selectSteps } from './plan-jobs.ts'

const settings: TranscodingSettings = {
  resolutions: { '240p': true, '480p': true, '720p': true },
  always_transcode_original_resolution: true,
  always_transcode_podcast_optimized_audio: true,
  fps: { max: 60 },
  web_videos: { enabled: false },
  hls: { enabled: true, split_audio_and_video: false },
}

function probeOf({ codec = 'h264', audio = 'aac' } = {}) {
  const output: FfprobeOutput = {
    format: { duration: '10', bit_rate: '1000000', format_name: 'mov,mp4' },
    streams: [
      ...[{ index: 0, codec_type: 'video', codec_name: codec, pix_fmt: 'yuv420p', width: 1280, height: 720 }],
      { index: 1, codec_type: 'audio', codec_name: audio, bit_rate: '128000', channel_layout: 'stereo', channels: 2 },
    ].map((stream) => ({ ...stream, avg_frame_rate: '30/1' })),
  }
  return parseProbe(output)
}

const summary = (jobs: ReturnType<typeof planJobs>['jobs']) =>
  jobs.map((job) => [job.part, job.type, job.renditions.map((rendition) => rendition.name).sort()])

test('what can be copied plays first, the ladder is a second job', () => {
  const { jobs } = planJobs({ probe: probeOf(), settings })
  assert.deepEqual(summary(jobs), [
    [0, 'new-resolution-to-hls', ['hls-720', 'web-video-0']],
    [1, 'new-resolution-to-hls', ['hls-240', 'hls-480']],
  ])
  assert.deepEqual([jobs[0]!.resolution, jobs[0]!.fps, jobs[1]!.resolution], [720, 30, 480])
})

test('what must be encoded comes out of one decode', () => {
  const { jobs } = planJobs({ probe: probeOf({ codec: 'vp9' }), settings })
  assert.deepEqual(summary(jobs), [[0, 'new-resolution-to-hls', ['hls-240', 'hls-480', 'hls-720', 'web-video-0']]])
})

test('without HLS the web videos have their own names', () => {
  const web = { ...settings, hls: { ...settings.hls, enabled: false }, web_videos: { enabled: true } }
  const { jobs } = planJobs({ probe: probeOf(), settings: web })
  assert.deepEqual(
    jobs.map((job) => job.type),
    ['optimize-to-web-video', 'new-resolution-to-web-video'],
  )
})

test('only missing renditions are made, with what they are made of', () => {
  const { plan } = planJobs({
    probe: probeOf({ audio: 'mp3' }),
    settings: { ...settings, always_transcode_podcast_optimized_audio: false },
  })
  const names = (steps: ReturnType<typeof selectSteps>) => steps.map((step) => step.outputs.map((output) => output.id))
  assert.deepEqual(names(selectSteps(plan, new Set(['hls-240']), new Set())), [['work-0'], ['hls-240']])
  assert.deepEqual(names(selectSteps(plan, new Set(['hls-240']), new Set(['work-0']))), [['hls-240']])
  assert.deepEqual(selectSteps(plan, new Set(), new Set()), [])
})
