import { execFile } from 'node:child_process'
import { mkdtemp, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { computeStoryboard } from '@sepiola/media/storyboard.ts'
import { scaleToResolution } from '@sepiola/media/resolutions.ts'
import { ensureFfmpeg } from '../apps/server/src/foundation/ffmpeg/locate-ffmpeg.ts'
import { signIn, until, uploadVideo } from '../tests/support/api.ts'
import { measureProcesses } from './process-usage.ts'

const run = promisify(execFile)

export interface LadderFigures {
  /** s after the upload began to be sent. */
  answered: number
  firstPlayable: number
  ready: number
  /** s of CPU. */
  ffmpegCpu: number
  serverCpu: number
  databaseCpu: number
  /** MiB of all renditions. */
  written: number
  renditions: (Rendition & { url: string })[]
}

/** Of ffmpeg alone: the resizing of the thumbnails and the probes are not in it. */
export interface BaselineFigures {
  /** s of CPU: repackaging and one encode a rung; the storyboard's own decode; the picture for the thumbnails. */
  rungsCpu: number
  storyboardCpu: number
  thumbnailsCpu: number
  written: number
  renditions: (Rendition & { path: string })[]
}

interface Rendition {
  resolution: number
  /** bytes */
  size: number
}

/** One resolution; the similarity (SSIM, 1 = equal) is to the source, scaled down bicubically. */
export interface QualityFigures {
  resolution: number
  own: { size: number; ssim: number }
  baseline: { size: number; ssim: number }
}

/** Of the clip; its length is the caller's choice. */
const source = { width: 1920, height: 1080, fps: 30 }

/** Rungs below the source, with PeerTube's target bitrates for 16:9 at 30 fps (b/s). */
const rungs = [
  { height: 480, bitrate: 1_474_578 },
  { height: 360, bitrate: 1_036_812 },
  { height: 720, bitrate: 3_041_318 },
  { height: 240, bitrate: 522_246 },
]

/** A 1080p30 clip of about 0.9 MB/s with moving texture and a tone. */
export async function makeClip(folder: string, seconds: number): Promise<string> {
  const { ffmpegPath } = await locatePrograms()
  const path = join(folder, `clip-${seconds}.mp4`)
  const { width, height, fps } = source
  const picture = `testsrc2=size=${width}x${height}:rate=${fps}:duration=${seconds},noise=alls=14:allf=t`
  await run(ffmpegPath, [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', picture],
    ...['-f', 'lavfi', '-i', `sine=frequency=330:duration=${seconds}`],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-b:v', '7200k', '-maxrate', '8000k', '-bufsize', '14000k'],
    ...['-pix_fmt', 'yuv420p', '-g', '60', '-c:a', 'aac', '-b:a', '128k', '-ac', '2', path],
  ])
  return path
}

/** Upload → first playable → whole ladder, as a client sees it. */
export async function measureLadder(
  url: string,
  pid: number | undefined,
  clip: string,
  password?: string,
): Promise<LadderFigures> {
  const api = await signIn(url, 'root', password)
  const before = pid ? measureProcesses(pid) : undefined
  const started = performance.now()
  const since = () => (performance.now() - started) / 1000
  const { uuid } = await uploadVideo(api, clip, { name: 'Ladder' })
  const answered = since()
  const files = async () => (await api.get(`/api/v1/videos/${uuid}`)).streamingPlaylists[0]?.files ?? []
  await until('a playable rendition', async () => (await files()).length > 0, 600_000)
  const firstPlayable = since()
  await until('the whole ladder', async () => (await files()).length >= rungs.length + 1, 600_000)
  const ready = since()
  await until('idle jobs', async () => (await api.get('/api/v1/jobs/active')).total === 0, 600_000)
  const after = pid ? measureProcesses(pid) : undefined
  const spent = (of: (usage: NonNullable<typeof after>) => number) =>
    before && after ? (of(after) - of(before)) / 1000 : NaN
  const renditions = (await files()).map(
    (file: { resolution: { id: number }; size: number; fileUrl: string }): Rendition & { url: string } => ({
      resolution: file.resolution.id,
      size: file.size,
      url: file.fileUrl,
    }),
  )
  return {
    answered,
    firstPlayable,
    ready,
    ffmpegCpu: spent((usage) => usage.server.children),
    serverCpu: spent((usage) => usage.server.cpu),
    databaseCpu: spent((usage) => usage.database.cpu),
    written: toMebibytes(renditions),
    renditions,
  }
}

/**
 * The same products with processes of their own, as PeerTube makes them: one ffmpeg a rung (the top rung is copied
 * there too), a decode for the storyboard, one for the thumbnails. The files stay beside the clip.
 */
export async function measureOneProcessPerRung(clip: string): Promise<BaselineFigures> {
  const { ffmpegPath, ffprobePath } = await locatePrograms()
  const folder = await mkdtemp(join(dirname(clip), 'baseline-'))
  const entries = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', clip]
  const duration = Number((await run(ffprobePath, entries)).stdout)
  const spend = (command: string[]) => cpuOf(ffmpegPath, command)

  const pathOf = (resolution: number) => join(folder, `${resolution}-fragmented.mp4`)
  let rungsCpu = await spend([...repackaged(clip), '-movflags', 'faststart', join(folder, 'optimized.mp4')])
  rungsCpu += await spend([...repackaged(clip), ...toHls(folder, source.height)])
  for (const rung of rungs) rungsCpu += await spend([...encoded(clip, rung), ...toHls(folder, rung.height)])
  const renditions = []
  for (const resolution of [source.height, ...rungs.map((rung) => rung.height)]) {
    const path = pathOf(resolution)
    renditions.push({ resolution, path, size: (await stat(path)).size })
  }
  return {
    rungsCpu,
    storyboardCpu: await spend(storyboard(clip, duration, join(folder, 'storyboard.jpg'))),
    thumbnailsCpu: await spend(thumbnail(clip, duration, join(folder, 'thumbnail.jpg'))),
    written: toMebibytes(renditions),
    renditions,
  }
}

function repackaged(clip: string): string[] {
  return ['-i', clip, '-c', 'copy', '-map_metadata', '-1']
}

/** Sound is encoded for every rung (spec 05 §8). */
function encoded(clip: string, { height, bitrate }: (typeof rungs)[number]): string[] {
  const { fps } = source
  return [
    ...['-i', clip, '-max_muxing_queue_size', '1024', '-map_metadata', '-1', '-pix_fmt', 'yuv420p', '-threads', '1'],
    ...['-vf', `scale=w=-2:h=${height},fps=fps=${fps}`, '-c:v', 'libx264', '-preset', 'veryfast'],
    ...['-maxrate:v', String(bitrate), '-bufsize:v', String(bitrate * 2)],
    ...['-b_strategy', '1', '-bf', '16', '-g:v', String(fps * 2)],
    ...['-c:a', 'aac', '-channel_layout', 'stereo'],
  ]
}

function toHls(folder: string, resolution: number): string[] {
  return [
    ...['-hls_time', '4', '-hls_list_size', '0', '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
    ...[
      '-hls_segment_filename',
      join(folder, `${resolution}-fragmented.mp4`),
      '-f',
      'hls',
      '-hls_flags',
      'single_file',
    ],
    join(folder, `${resolution}.m3u8`),
  ]
}

/** Every frame is decoded, few are kept (spec 05 §19). */
function storyboard(clip: string, duration: number, output: string): string[] {
  const geometry = computeStoryboard(duration, source.width / source.height)
  if (!geometry) throw new Error('The clip is too short for a storyboard')
  const { spriteWidth, spriteHeight, spriteDuration, columns, rows } = geometry
  const kept = `select='isnan(prev_selected_t)+gte(t-prev_selected_t,${spriteDuration})'`
  const filters = `setpts=N/FRAME_RATE/TB,${kept},scale=${spriteWidth}:${spriteHeight},tile=${columns}x${rows}`
  return ['-i', clip, '-map', '0:v:0', '-vf', filters, '-frames:v', '1', '-q:v', '2', output]
}

/** The most typical of 50 frames from the middle on (spec 05 §18). */
function thumbnail(clip: string, duration: number, output: string): string[] {
  const filters = 'thumbnail=50,scale=w=1920:h=1080:force_original_aspect_ratio=decrease'
  const ending = ['-frames:v', '1', '-q:v', '5', '-abort_on', 'empty_output', output]
  return ['-ss', String(duration / 2), '-i', clip, '-map', '0:v:0', '-vf', filters, ...ending]
}

/** s of CPU. */
async function cpuOf(ffmpegPath: string, command: string[]): Promise<number> {
  const options = ['-y', '-v', 'info', '-nostats', '-benchmark']
  const { stderr } = await run(ffmpegPath, [...options, ...command], { maxBuffer: 1 << 26 })
  const [, user, system] = /bench: utime=([\d.]+)s stime=([\d.]+)s/.exec(stderr) ?? []
  if (user === undefined) throw new Error('ffmpeg did not tell its CPU time')
  return Number(user) + Number(system)
}

/** Both sides' renditions of each resolution; ours are downloaded, as a viewer gets them. */
export async function measureQuality(
  clip: string,
  own: LadderFigures,
  baseline: BaselineFigures,
): Promise<QualityFigures[]> {
  const folder = await mkdtemp(join(dirname(clip), 'quality-'))
  const figures: QualityFigures[] = []
  for (const { resolution, path, size } of baseline.renditions) {
    const rendition = own.renditions.find((candidate) => candidate.resolution === resolution)
    if (!rendition) throw new Error(`The server made no rendition of ${resolution}`)
    const response = await fetch(rendition.url)
    if (!response.ok) throw new Error(`${rendition.url}: ${response.status}`)
    const downloaded = join(folder, `${resolution}.mp4`)
    await writeFile(downloaded, Buffer.from(await response.arrayBuffer()))
    figures.push({
      resolution,
      own: { size: (await stat(downloaded)).size, ssim: await compareToSource(downloaded, clip, resolution) },
      baseline: { size, ssim: await compareToSource(path, clip, resolution) },
    })
  }
  return figures
}

/** Frames are paired by their number: fragmented files begin later than the source by the delay of their B-frames. */
async function compareToSource(path: string, clip: string, resolution: number): Promise<number> {
  const { ffmpegPath } = await locatePrograms()
  const { width, height } = scaleToResolution(source, resolution)
  const numbered = `settb=1/${source.fps},setpts=N`
  const graph = `[0:v]${numbered}[a];[1:v]${numbered},scale=w=${width}:h=${height}:flags=bicubic[b];[a][b]ssim`
  const args = ['-v', 'info', '-nostats', '-i', path, '-i', clip, '-filter_complex', graph, '-f', 'null', '-']
  const { stderr } = await run(ffmpegPath, args, { maxBuffer: 1 << 26 })
  const ssim = /SSIM .*All:([\d.]+)/.exec(stderr)?.[1]
  if (ssim === undefined) throw new Error(`No similarity of ${path}`)
  return Number(ssim)
}

function toMebibytes(renditions: readonly Rendition[]): number {
  return renditions.reduce((sum, { size }) => sum + size, 0) / 1024 / 1024
}

function locatePrograms() {
  return ensureFfmpeg({ dataFolder: join(tmpdir(), 'sepiola-programs'), report: () => {} })
}
