import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  stepArguments,
  storyboardArguments,
  thumbnailArguments,
  tileSpritesArguments,
  type StepFiles,
} from './ffmpeg-arguments.ts'
import { buildLadderGraph } from './ladder-graph.ts'
import { fixtureProbe } from './probe-fixture.ts'
import { computeStoryboard } from './storyboard.ts'
import { planTranscoding, type PlanOptions } from './transcode-plan.ts'

const settings = {
  resolutions: {},
  always_transcode_original_resolution: true,
  always_transcode_podcast_optimized_audio: true,
  fps: { max: 60 },
  web_videos: { enabled: false },
  hls: { enabled: true, split_audio_and_video: false },
}

const files: StepFiles = {
  input: (input) => (input.kind === 'output' ? `/t/${input.id}.mp4` : `/t/${input.kind}`),
  output: ({ id, container }) =>
    container === 'hls' ? { media: `/t/${id}-fragmented.mp4`, playlist: `/t/${id}.m3u8` } : { media: `/t/${id}.mp4` },
  sprites: '/t/sprites.nut',
}

function argumentsOf(options: Omit<PlanOptions, 'settings'>, threads = 0): string[] {
  const { steps } = planTranscoding({ settings, ...options })
  return steps.map((step) => stepArguments(step, files, { threads, audioEncoder: 'aac' }).join(' '))
}

const PLAIN = '-map_metadata -1 -map_chapters -1 -max_muxing_queue_size 1024'
const hls = (resolution: number) =>
  `${PLAIN} -f hls -hls_time 4 -hls_list_size 0 -hls_playlist_type vod -hls_segment_type fmp4 -hls_flags single_file ` +
  `-hls_segment_filename /t/hls-${resolution}-fragmented.mp4 /t/hls-${resolution}.m3u8`
const x264 = (bitrate: number, fps: number, more = '') =>
  `-c:v libx264 -pix_fmt yuv420p -preset:v veryfast ${more}-maxrate:v ${bitrate} -bufsize:v ${bitrate * 2} -crf:v 23.3 -b_strategy 1 -bf 3 -x264-params subme=1 ` +
  `-g:v ${fps * 2} -force_key_frames:v expr:gte(t,n_forced*4)`
const COPY_SOUND = '-c:a copy -bsf:a aac_adtstoasc'

test('arguments: copy to HLS with a podcast file, then the ladder with its sprites', () => {
  assert.deepEqual(argumentsOf({ probe: fixtureProbe(), lower: [480, 240, 0], storyboard: true }, 2), [
    `-protocol_whitelist file -i file:/t/source -map 0:0 -c:v copy -map 0:1 ${COPY_SOUND} ${hls(1080)} ` +
      `-map 0:1 ${COPY_SOUND} ${PLAIN} -f mp4 -movflags +faststart file:/t/web-video-0.mp4`,
    '-protocol_whitelist file -i file:/t/source -filter_complex [0:0]null[to_hls-480];' +
      '[to_hls-480]fps=fps=30,scale=w=854:h=480,format=pix_fmts=yuv420p,setsar=sar=1,split=outputs=2[hls-480][to_hls-240];' +
      '[to_hls-240]scale=w=426:h=240,setsar=sar=1,split=outputs=2[hls-240][to_storyboard];' +
      '[to_storyboard]fps=fps=1/1:round=up,scale=w=192:h=108[storyboard] ' +
      `-map [hls-480] ${x264(1474578, 30)} -threads 2 -map 0:1 ${COPY_SOUND} ${hls(480)} ` +
      `-map [hls-240] ${x264(522246, 30)} -threads 2 -map 0:1 ${COPY_SOUND} ${hls(240)} ` +
      '-map [storyboard] -c:v rawvideo -f nut file:/t/sprites.nut',
  ])
})

test('arguments: the early rung, then the ladder without it', () => {
  const probe = fixtureProbe({ video: { codec_name: 'vp9' } })
  assert.deepEqual(argumentsOf({ probe, lower: [480, 240, 0], storyboard: true }, 1), [
    '-protocol_whitelist file -i file:/t/source ' +
      '-filter_complex [0:0]null[to_hls-480];[to_hls-480]fps=fps=30,scale=w=854:h=480,format=pix_fmts=yuv420p,setsar=sar=1[hls-480] ' +
      `-map [hls-480] ${x264(1474578, 30)} -threads 1 -map 0:1 ${COPY_SOUND} ${hls(480)} ` +
      `-map 0:1 ${COPY_SOUND} ${PLAIN} -f mp4 -movflags +faststart file:/t/web-video-0.mp4`,
    '-protocol_whitelist file -i file:/t/source -filter_complex [0:0]null[to_hls-1080];' +
      '[to_hls-1080]fps=fps=30,scale=w=1920:h=1080,format=pix_fmts=yuv420p,setsar=sar=1,split=outputs=2[hls-1080][to_hls-240];' +
      '[to_hls-240]scale=w=426:h=240,setsar=sar=1,split=outputs=2[hls-240][to_storyboard];' +
      '[to_storyboard]fps=fps=1/1:round=up,scale=w=192:h=108[storyboard] ' +
      `-map [hls-1080] ${x264(6220877, 30)} -threads 1 -map 0:1 ${COPY_SOUND} ${hls(1080)} ` +
      `-map [hls-240] ${x264(522246, 30)} -threads 1 -map 0:1 ${COPY_SOUND} ${hls(240)} ` +
      '-map [storyboard] -c:v rawvideo -f nut file:/t/sprites.nut',
  ])
})

test('arguments: sound encoded once, a still picture for as long as it lasts', () => {
  assert.deepEqual(argumentsOf({ probe: fixtureProbe({ video: null, audio: { codec_name: 'mp3' } }), lower: [] }), [
    `-protocol_whitelist file -i file:/t/source -map 0:1 -c:a aac -ac 2 -b:a 128k -af aresample=async=1:first_pts=0 ${PLAIN} -f mp4 -movflags +faststart file:/t/work-0.mp4`,
    '-loop 1 -framerate 25 -t 60.041 -i file:/t/still -protocol_whitelist file -i file:/t/work-0.mp4 ' +
      '-filter_complex [0:v:0]null[to_hls-480];[to_hls-480]fps=fps=25,scale=w=854:h=480,format=pix_fmts=yuv420p,setsar=sar=1[hls-480] ' +
      `-map [hls-480] ${x264(1228815, 25, '-tune:v stillimage ')} -map 1:a:0 ${COPY_SOUND} ${hls(480)}`,
  ])
})

test('arguments: a still picture before sound of unknown length ends with it', () => {
  const probe = fixtureProbe({ video: null, format: { duration: 'N/A' } })
  const [ladder = ''] = argumentsOf({ probe, lower: [] })
  assert.match(ladder, /^-loop 1 -framerate 25 -i /)
  assert.match(ladder, / -shortest -map_metadata /)
})

test('arguments: a better AAC encoder chooses its own rate', () => {
  const { steps } = planTranscoding({ settings, probe: fixtureProbe({ audio: { codec_name: 'opus' } }), lower: [] })
  assert.match(
    stepArguments(steps[0]!, files, { threads: 0, audioEncoder: 'libfdk_aac' }).join(' '),
    /-c:a libfdk_aac -q:a 5 -af/,
  )
})

test('a lower frame rate branches off a chain only where it divides that rate', () => {
  const size = (height: number) => ({ width: height * 2, height })
  const graph = (rates: [number, number][]) =>
    buildLadderGraph({
      source: '0:v:0',
      squarePixels: false,
      rungs: rates.map(([height, fps]) => ({ pad: `v${height}`, size: size(height), fps })),
    })
  assert.equal(
    graph([
      [240, 30],
      [720, 60],
      [480, 30],
    ]),
    '[0:v:0]null[to_v720];[to_v720]fps=fps=60,scale=w=1440:h=720,format=pix_fmts=yuv420p,split=outputs=2[v720][to_v480];' +
      '[to_v480]fps=fps=30,scale=w=960:h=480,split=outputs=2[v480][to_v240];[to_v240]scale=w=480:h=240[v240]',
  )
  assert.match(
    graph([
      [720, 48],
      [480, 30],
    ]),
    /^\[0:v:0\]split=outputs=2\[to_v720\]\[to_v480\];/,
  )
})

test('arguments: thumbnail and storyboards', () => {
  const geometry = computeStoryboard(60, 1.7778)!
  const box = { width: 1920, height: 1080 }
  const thumbnail = { input: '/t/in', output: '/t/out.jpg', framesToAnalyze: 50, box }
  const rest =
    '-protocol_whitelist file -i file:/t/in -map 0:V:0? -vf thumbnail=n=50,scale=w=1920:h=1080:force_original_aspect_ratio=decrease -abort_on empty_output -frames:v 1 -q:v 5 -f image2 -update 1 file:/t/out.jpg'
  assert.equal(thumbnailArguments({ ...thumbnail, at: 30 }).join(' '), `-ss 30 ${rest}`)
  assert.equal(thumbnailArguments({ ...thumbnail, at: undefined }).join(' '), rest)
  const jpeg = '-frames:v 1 -q:v 2 -f image2 -update 1 file:/t/out.jpg'
  assert.equal(
    storyboardArguments({ input: '/t/in', output: '/t/out.jpg', geometry }).join(' '),
    `-skip_frame nokey -protocol_whitelist file -i file:/t/in -map 0:V:0 -vf fps=fps=1/1:round=up,scale=w=192:h=108,tile=layout=10x6 ${jpeg}`,
  )
  assert.equal(
    tileSpritesArguments({ input: '/t/s.nut', output: '/t/out.jpg', geometry }).join(' '),
    `-protocol_whitelist file -i file:/t/s.nut -vf tile=layout=10x6 ${jpeg}`,
  )
})
