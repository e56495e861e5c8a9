import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
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
}

export interface BaselineFigures {
  ffmpegCpu: number
  written: number
}

/** Rungs below the source, with PeerTube's target bitrates for 16:9 at 30 fps (b/s). */
const rungs = [
  { height: 480, bitrate: 1_474_578 },
  { height: 360, bitrate: 1_036_812 },
  { height: 720, bitrate: 3_041_318 },
  { height: 240, bitrate: 522_246 },
]

/** A 1080p30 clip of about 0.9 MB/s with moving texture and a tone. */
export async function makeClip(folder: string, seconds: number): Promise<string> {
  const { ffmpegPath } = await ensureFfmpeg({ dataFolder: join(tmpdir(), 'sepiola-programs'), report: () => {} })
  const path = join(folder, `clip-${seconds}.mp4`)
  const picture = `testsrc2=size=1920x1080:rate=30:duration=${seconds},noise=alls=14:allf=t`
  await run(ffmpegPath, [
    ...[
      '-v',
      'error',
      '-y',
      '-f',
      'lavfi',
      '-i',
      picture,
      '-f',
      'lavfi',
      '-i',
      `sine=frequency=330:duration=${seconds}`,
    ],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-b:v', '7200k', '-maxrate', '8000k', '-bufsize', '14000k'],
    ...['-pix_fmt', 'yuv420p', '-g', '60', '-c:a', 'aac', '-b:a', '128k', '-ac', '2', path],
  ])
  return path
}

/** Upload → first playable → whole ladder, as a client sees it. */
export async function measureLadder(url: string, pid: number | undefined, clip: string): Promise<LadderFigures> {
  const api = await signIn(url)
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
  const written = (await files()).reduce((sum: number, file: { size: number }) => sum + file.size, 0)
  return {
    answered,
    firstPlayable,
    ready,
    ffmpegCpu: spent((usage) => usage.server.children),
    serverCpu: spent((usage) => usage.server.cpu),
    databaseCpu: spent((usage) => usage.database.cpu),
    written: written / 1024 / 1024,
  }
}

/** The same ladder with one ffmpeg process a rung, as PeerTube runs it; the top rung is copied there too. */
export async function measureOneProcessPerRung(clip: string): Promise<BaselineFigures> {
  const { ffmpegPath } = await ensureFfmpeg({ dataFolder: join(tmpdir(), 'sepiola-programs'), report: () => {} })
  const folder = await mkdtemp(join(tmpdir(), 'sepiola-baseline-'))
  const hls = (name: string) => [
    ...['-hls_time', '4', '-hls_list_size', '0', '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
    ...['-hls_segment_filename', join(folder, `${name}-fragmented.mp4`), '-f', 'hls', '-hls_flags', 'single_file'],
    join(folder, `${name}.m3u8`),
  ]
  const audio = ['-c:a', 'aac', '-channel_layout', 'stereo']
  const commands = [
    ['-i', clip, '-c', 'copy', '-map_metadata', '-1', '-movflags', 'faststart', join(folder, 'optimized.mp4')],
    ['-i', clip, '-c', 'copy', '-map_metadata', '-1', ...hls('1080')],
    ...rungs.map(({ height, bitrate }) => [
      ...['-i', clip, '-max_muxing_queue_size', '1024', '-map_metadata', '-1', '-pix_fmt', 'yuv420p', '-threads', '1'],
      ...['-vf', `scale=w=-2:h=${height},fps=fps=30`, '-c:v', 'libx264', '-preset', 'veryfast'],
      ...[
        '-maxrate:v',
        String(bitrate),
        '-bufsize:v',
        String(bitrate * 2),
        '-b_strategy',
        '1',
        '-bf',
        '16',
        '-g:v',
        '60',
      ],
      ...audio,
      ...hls(String(height)),
    ]),
  ]
  let ffmpegCpu = 0
  for (const command of commands) {
    const { stderr } = await run(ffmpegPath, ['-y', '-v', 'info', '-nostats', '-benchmark', ...command], {
      maxBuffer: 1 << 26,
    })
    const [, user, system] = /bench: utime=([\d.]+)s stime=([\d.]+)s/.exec(stderr) ?? []
    ffmpegCpu += Number(user) + Number(system)
  }
  let written = 0
  for (const name of await readdir(folder)) {
    if (name.endsWith('-fragmented.mp4')) written += (await stat(join(folder, name))).size
  }
  await rm(folder, { recursive: true, force: true })
  return { ffmpegCpu, written: written / 1024 / 1024 }
}
