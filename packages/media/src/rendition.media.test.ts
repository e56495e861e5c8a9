import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { storyboardArguments, stepArguments, thumbnailArguments, tileSpritesArguments } from './ffmpeg-arguments.ts'
import { extractThumbnail } from './extract-thumbnail.ts'
import { FfmpegCancelledError, FfmpegError, FfmpegTimeoutError } from './ffmpeg-error.ts'
import { hashSegments, parseByteRanges } from './hls.ts'
import type { TranscodingSettings } from './media-settings.ts'
import { probeMedia, UnreadableMediaError } from './probe.ts'
import { runFfmpeg } from './run-ffmpeg.ts'
import { computeStoryboard } from './storyboard.ts'
import { planTranscoding, type PlanOptions } from './transcode-plan.ts'

const ffmpegPath = process.env.FFMPEG_PATH ?? 'ffmpeg'
const ffprobePath = process.env.FFPROBE_PATH ?? 'ffprobe'
const folder = mkdtempSync(join(tmpdir(), 'sepiola-media-'))
after(() => rmSync(folder, { recursive: true }))

const settings: TranscodingSettings = {
  resolutions: { '0p': false, '144p': true, '240p': true },
  always_transcode_original_resolution: true,
  always_transcode_podcast_optimized_audio: true,
  fps: { max: 60 },
  web_videos: { enabled: false },
  hls: { enabled: true, split_audio_and_video: false },
}

interface ClipOptions {
  size?: string
  fps?: number
  seconds?: number
  /** `-c:a …`, or null for silence */
  sound?: string[] | null
  encoder?: string[]
}

const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-crf', '30']

function makeClip(
  name: string,
  { size = '640x360', fps = 30, seconds = 5, sound = ['-c:a', 'aac', '-ac', '2'], encoder = H264 }: ClipOptions,
): string {
  const path = join(folder, name)
  const picture = ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=${fps}:d=${seconds}`]
  const tone = sound ? ['-f', 'lavfi', '-i', `sine=f=440:d=${seconds}:r=48000`] : []
  ffmpeg([...picture, ...tone, ...encoder, ...(sound ?? []), path])
  return path
}

function ffmpeg(args: string[]): void {
  execFileSync(ffmpegPath, ['-v', 'error', '-y', ...args], { stdio: 'pipe' })
}

/** Plans, runs every step, gives each output's probe by its id. */
async function transcode(source: string, change: Partial<PlanOptions> = {}) {
  const probe = await probeMedia(source, { ffprobePath })
  const plan = planTranscoding({ probe, settings, ...change })
  const target = mkdtempSync(join(folder, 'out-'))
  const mediaOf = (id: string) => join(target, id.startsWith('hls') ? `${id}-fragmented.mp4` : `${id}.mp4`)
  const sprites = join(target, 'sprites.nut')
  const still = join(folder, 'still.jpg')
  const probes: Record<string, Awaited<ReturnType<typeof probeMedia>>> = {}
  const percents: number[] = []
  for (const step of plan.steps) {
    const args = stepArguments(
      step,
      {
        input: (input) => (input.kind === 'source' ? source : input.kind === 'still' ? still : mediaOf(input.id)),
        output: ({ id, container }) => ({
          media: mediaOf(id),
          ...(container === 'hls' ? { playlist: join(target, `${id}.m3u8`) } : {}),
        }),
        sprites,
      },
      { threads: 0, audioEncoder: 'aac' },
    )
    const onProgress = ({ percent }: { percent: number | undefined }) => void percents.push(percent ?? -1)
    await runFfmpeg({ ffmpegPath, args, nice: 0, cwd: target, duration: step.duration, onProgress })
    for (const { id } of step.outputs) probes[id] = await probeMedia(mediaOf(id), { ffprobePath })
  }
  const playlistPath = (id: string) => join(target, `${id}.m3u8`)
  const playlist = (id: string) => readFileSync(playlistPath(id), 'utf8')
  return { plan, probes, probe, mediaOf, playlistPath, playlist, sprites, percents }
}

function keyFrames(path: string): number[] {
  const args = [
    '-v',
    'error',
    '-skip_frame',
    'nokey',
    '-select_streams',
    'v:0',
    '-show_entries',
    'frame=pts_time',
    '-of',
    'csv=p=0',
    path,
  ]
  const times = execFileSync(ffprobePath, args, { encoding: 'utf8' })
  return times.split('\n').map(Number.parseFloat).filter(Number.isFinite)
}

/** seconds of silence before the first tone */
function firstSound(path: string): number {
  const args = ['-hide_banner', '-i', path, '-map', '0:a', '-af', 'silencedetect=n=-40dB:d=0.2', '-f', 'null', '-']
  const { stderr } = spawnSync(ffmpegPath, args, { encoding: 'utf8' })
  return Number(/silence_end: ([\d.]+)/.exec(stderr)?.[1] ?? 0)
}

function pictureSize(path: string): string {
  const args = ['-v', 'error', '-show_entries', 'stream=width,height', '-of', 'csv=p=0:s=x', path]
  return execFileSync(ffprobePath, args, { encoding: 'utf8' }).trim()
}

function near(actual: number, expected: number, tolerance: number, what: string): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${what}: ${actual} instead of ${expected}`)
}

test('a compatible source is repackaged first; the other rungs come out of one decode', async () => {
  const source = makeClip('landscape.mp4', { seconds: 9 })
  const { plan, probes, mediaOf, playlist, sprites, percents } = await transcode(source, { storyboard: true })

  assert.deepEqual(
    plan.steps.map((step) => step.name),
    ['copy', 'ladder'],
  )
  assert.deepEqual(Object.keys(probes).toSorted(), ['hls-144', 'hls-240', 'hls-360', 'web-video-0'])
  for (const [id, probe] of Object.entries(probes)) near(probe.exactDuration, 9, 0.1, `duration of ${id}`)
  assert.deepEqual([probes['hls-240']!.width, probes['hls-240']!.height, probes['hls-240']!.fps], [426, 240, 30])
  assert.equal(probes['web-video-0']!.streams, 2)
  assert.equal(percents.at(-1), 100)

  for (const id of ['hls-144', 'hls-240']) {
    assert.match(playlist(id), /#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:4\n/)
    assert.deepEqual(playlist(id).match(/(?<=#EXTINF:)\d+/g), ['4', '4', '1'])
    const [first = 0, ...later] = keyFrames(mediaOf(id))
    // Times in the file start at the delay of the B-frames.
    const times = [0, ...later.map((time) => time - first)]
    for (const boundary of [0, 4, 8])
      assert.ok(
        times.some((time) => Math.abs(time - boundary) < 0.001),
        `${id}: ${times.join(' ')}`,
      )
  }

  const storyboard = join(folder, 'storyboard.jpg')
  const geometry = plan.steps[1]!.storyboard!
  assert.equal(geometry.total, 9)
  await runFfmpeg({ ffmpegPath, args: tileSpritesArguments({ input: sprites, output: storyboard, geometry }), nice: 0 })
  assert.equal(pictureSize(storyboard), `${192 * 9}x108`)
  const sprite = execFileSync(
    ffprobePath,
    ['-v', 'error', '-count_frames', '-show_entries', 'stream=nb_read_frames', '-of', 'csv=p=0', sprites],
    { encoding: 'utf8' },
  )
  assert.equal(sprite.trim(), '9')
})

test('a source that cannot be copied: the early rung comes first, and its playlist plays', async () => {
  // Written as a stream, so that it does not tell its length; with a known one it would have to be long.
  const source = makeClip('recorded.mkv', {
    size: '960x540',
    seconds: 3,
    encoder: ['-c:v', 'mpeg4', '-q:v', '5', '-live', '1'],
    sound: ['-c:a', 'libopus'],
  })
  const { plan, probe, probes, playlistPath } = await transcode(source)
  assert.equal(probe.exactDuration, 0)
  assert.deepEqual(
    plan.steps.map((step) => [step.name, step.makesPlayable, ...step.outputs.map((output) => output.id)]),
    [
      ['audio', false, 'web-video-0'],
      ['early', true, 'hls-240'],
      ['ladder', false, 'hls-540', 'hls-144'],
    ],
  )
  const args = ['-v', 'error', '-count_frames', '-show_entries', 'stream=codec_name,width,height,nb_read_frames']
  const played = execFileSync(ffprobePath, [...args, '-of', 'csv=p=0', playlistPath('hls-240')], { encoding: 'utf8' })
  const [picture = '', sound = ''] = [...new Set(played.trim().split('\n'))]
  assert.equal(picture, 'h264,426,240,90')
  assert.match(sound, /^aac,1[34]\d$/)
  for (const id of ['hls-240', 'hls-540', 'hls-144']) near(probes[id]!.exactDuration, 3, 0.15, `duration of ${id}`)
})

test('byte ranges of a playlist hash to what the file holds', async () => {
  const { mediaOf, playlist } = await transcode(makeClip('hashed.mp4', { seconds: 6 }), { lower: [144] })
  const path = mediaOf('hls-144')
  const text = playlist('hls-144')
  const hashes = await hashSegments(text, (start, end) => createReadStream(path, { start, end, highWaterMark: 1000 }))
  const bytes = readFileSync(path)
  const ranges = parseByteRanges(text)
  assert.equal(ranges.length, 2)
  assert.equal(ranges.at(-1)!.end + 1, statSync(path).size)
  for (const { filename, start, end } of ranges) {
    const expected = createHash('sha256')
      .update(bytes.subarray(start, end + 1))
      .digest('hex')
    assert.equal(hashes[filename]![`${start}-${end}`], expected)
  }
  await assert.rejects(
    hashSegments(text, (start) => createReadStream(path, { start, end: start + 100 })),
    /ends at byte/,
  )
})

test('a portrait of 60 frames per second: short side is the resolution, low rungs run at half the rate', async () => {
  const { probes } = await transcode(makeClip('portrait.mp4', { size: '360x640', fps: 60, seconds: 2 }))
  const shape = (id: string) => [probes[id]!.width, probes[id]!.height, probes[id]!.fps]
  assert.deepEqual(shape('hls-360'), [360, 640, 60])
  assert.deepEqual(shape('hls-240'), [240, 426, 30])
  assert.deepEqual(shape('hls-144'), [144, 256, 30])
})

test('odd sides, another codec, sound that starts late: encoded even and in step', async () => {
  const odd = makeClip('odd.mkv', {
    seconds: 3,
    encoder: ['-vf', 'scale=427:241', '-c:v', 'libvpx', '-deadline', 'realtime', '-pix_fmt', 'yuv420p'],
    sound: ['-c:a', 'libmp3lame'],
  })
  const late = join(folder, 'late.mkv')
  ffmpeg(['-i', odd, '-itsoffset', '0.5', '-i', odd, '-map', '0:v', '-map', '1:a', '-c', 'copy', late])
  const { plan, probes, mediaOf } = await transcode(late)
  assert.deepEqual(
    plan.steps.map((step) => step.name),
    ['audio', 'ladder'],
  )
  assert.deepEqual([probes['hls-242']!.width, probes['hls-242']!.height], [428, 242])
  assert.equal(probes['hls-242']!.audio!.codec, 'aac')
  near(firstSound(mediaOf('hls-144')), 0.5, 0.06, 'begin of the tone')
})

test('a silent video has silent rungs and no podcast file', async () => {
  const { probes } = await transcode(makeClip('silent.mp4', { seconds: 2, sound: null }))
  assert.deepEqual(Object.keys(probes).toSorted(), ['hls-144', 'hls-240', 'hls-360'])
  for (const probe of Object.values(probes)) assert.equal(probe.streams, 1)
})

test('an audio file gets a still picture, and lasts as long as its sound', async () => {
  ffmpeg(['-f', 'lavfi', '-i', 'testsrc2=s=1280x720', '-frames:v', '1', join(folder, 'still.jpg')])
  const sound = join(folder, 'sound.mp3')
  ffmpeg(['-f', 'lavfi', '-i', 'sine=f=440:d=5', '-c:a', 'libmp3lame', sound])
  const { plan, probes } = await transcode(sound, { still: { width: 1280, height: 720 } })
  assert.deepEqual(
    plan.steps.map((step) => step.name),
    ['audio', 'ladder'],
  )
  assert.deepEqual(Object.keys(probes).toSorted(), ['hls-144', 'hls-240', 'hls-480', 'web-video-0'])
  assert.deepEqual([probes['hls-480']!.width, probes['hls-480']!.height, probes['hls-480']!.fps], [854, 480, 25])
  for (const [id, probe] of Object.entries(probes)) near(probe.exactDuration, 5, 0.15, `duration of ${id}`)
})

test('a picture that players turn is encoded upright', async () => {
  const flat = makeClip('flat.mp4', { seconds: 2 })
  const rotated = join(folder, 'rotated.mp4')
  try {
    ffmpeg(['-display_rotation', '90', '-i', flat, '-c', 'copy', rotated])
  } catch {
    // Before version 6.
    ffmpeg(['-i', flat, '-c', 'copy', '-metadata:s:v:0', 'rotate=90', rotated])
  }
  const { plan, probe, probes } = await transcode(rotated, { lower: [144] })
  assert.deepEqual([probe.width, probe.height], [360, 640])
  assert.deepEqual(
    plan.steps.map((step) => step.name),
    ['ladder'],
  )
  assert.deepEqual([probes['hls-360']!.width, probes['hls-360']!.height], [360, 640])
  assert.equal(probes['hls-360']!.video!.rotation, 0)
})

test('split sound, with web videos remuxed from the playlists', async () => {
  const { plan, probes } = await transcode(makeClip('split.mp4', { seconds: 2 }), {
    lower: [144, 0],
    settings: { ...settings, web_videos: { enabled: true }, hls: { enabled: true, split_audio_and_video: true } },
  })
  assert.deepEqual(
    plan.steps.map((step) => step.name),
    ['copy', 'ladder', 'remux'],
  )
  const streams = Object.fromEntries(Object.entries(probes).map(([id, probe]) => [id, probe.streams]))
  assert.deepEqual(streams, {
    'hls-360': 1,
    'hls-0': 2,
    'web-video-360': 3,
    'web-video-0': 2,
    'hls-144': 1,
    'web-video-144': 3,
  })
})

test('a thumbnail from the middle, and a storyboard from key frames alone', async () => {
  const input = makeClip('pictured.mp4', { seconds: 4 })
  const output = join(folder, 'thumbnail.jpg')
  const box = { width: 280, height: 157 }
  await runFfmpeg({ ffmpegPath, args: thumbnailArguments({ input, output, at: 2, framesToAnalyze: 10, box }), nice: 0 })
  assert.equal(pictureSize(output), '279x157')
  const pastEnd = thumbnailArguments({ input, output, at: 60, framesToAnalyze: 10, box })
  await assert.rejects(runFfmpeg({ ffmpegPath, args: pastEnd, nice: 0 }), FfmpegError)
  rmSync(output)
  await extractThumbnail({ ffmpegPath, input, output, duration: 120, framesToAnalyze: 10, box })
  assert.equal(pictureSize(output), '279x157')
  const geometry = computeStoryboard(4, 16 / 9)!
  await runFfmpeg({ ffmpegPath, args: storyboardArguments({ input, output, geometry }), nice: 0 })
  assert.equal(pictureSize(output), `${192 * 4}x108`)
})

test('broken files: unreadable, without index, cut off', async () => {
  const cut = makeClip('cut.mp4', { seconds: 4 })
  truncateSync(cut, Math.floor(statSync(cut).size / 2))
  await assert.rejects(probeMedia(cut, { ffprobePath }), (error: Error) => {
    assert.ok(error instanceof UnreadableMediaError)
    assert.match(error.message, /moov atom not found|Invalid data/)
    return true
  })
  const begun = makeClip('begun.mp4', { seconds: 8, encoder: [...H264, '-movflags', '+faststart'] })
  truncateSync(begun, Math.floor(statSync(begun).size / 2))
  await assert.rejects(transcode(begun), /The file is truncated: 8 s announced, \d s found/)
})

test('a text that names other files is not read', async () => {
  const list = join(folder, 'list.mp4')
  const target = makeClip('target.mp4', { seconds: 1 })
  execFileSync('/bin/sh', [
    '-c',
    'printf "#EXTM3U\\n#EXT-X-TARGETDURATION:1\\n#EXTINF:1,\\nfile:$1\\n#EXT-X-ENDLIST\\n" > "$2"',
    'sh',
    target,
    list,
  ])
  await assert.rejects(probeMedia(list, { ffprobePath }), UnreadableMediaError)
})

test('a text is not taken for sound', async () => {
  const note = join(folder, 'note.mp4')
  writeFileSync(note, 'This is not a video.\n'.repeat(1000))
  await assert.rejects(probeMedia(note, { ffprobePath }), UnreadableMediaError)
  const programStream = makeClip('stream.mpg', { seconds: 1, sound: ['-c:a', 'mp2'], encoder: ['-c:v', 'mpeg2video'] })
  assert.equal((await probeMedia(programStream, { ffprobePath })).formats[0], 'mpeg')
})

test('a run can be cancelled and timed out, and leaves no process behind', async () => {
  const marker = join(folder, 'endless.mp4')
  const args = ['-re', '-f', 'lavfi', '-i', 'testsrc2=s=64x64:r=5', '-f', 'mp4', marker]
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 300)
  await assert.rejects(runFfmpeg({ ffmpegPath, args, nice: 10, signal: controller.signal }), FfmpegCancelledError)
  await assert.rejects(runFfmpeg({ ffmpegPath, args, nice: 10, timeout: 300 }), FfmpegTimeoutError)
  assert.equal(runningWith(marker), 0)
})

test('ffmpeg dies with the process that started it', async () => {
  const marker = join(folder, 'orphan.mp4')
  const script = `
    import { runFfmpeg } from ${JSON.stringify(new URL('./run-ffmpeg.ts', import.meta.url).href)}
    const args = ['-re', '-f', 'lavfi', '-i', 'testsrc2=s=64x64:r=5', '-f', 'mp4', ${JSON.stringify(marker)}]
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 400)
    await runFfmpeg({ ffmpegPath: ${JSON.stringify(ffmpegPath)}, args, nice: 0 })
  `
  assert.throws(() => execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' }))
  await new Promise((resolve) => setTimeout(resolve, 200))
  assert.equal(runningWith(marker), 0)
})

test('an unknown encoder is named', async () => {
  const args = ['-f', 'lavfi', '-i', 'testsrc2', '-frames:v', '1', '-c:v', 'nonsense', '-f', 'null', '-']
  await assert.rejects(runFfmpeg({ ffmpegPath, args, nice: 0 }), /built without the encoder nonsense/)
  await assert.rejects(runFfmpeg({ ffmpegPath: '/nowhere/ffmpeg', args, nice: 0 }), /could not be started/)
})

function runningWith(marker: string): number {
  const list = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
  return list
    .split('\n')
    .filter((line) => line.includes(marker) && line.includes('testsrc2') && !line.includes('input-type')).length
}
