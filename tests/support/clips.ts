import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ensureFfmpeg } from '../../apps/server/src/foundation/ffmpeg/locate-ffmpeg.ts'

const run = promisify(execFile)

export interface ClipOptions {
  width?: number
  height?: number
  fps?: number
  /** s */
  duration?: number
  audio?: boolean
  video?: boolean
}

export interface Clips {
  folder: string
  make(name: string, options?: ClipOptions): Promise<string>
  /** Streams as ffprobe sees them. */
  probe(pathOrUrl: string): Promise<{ streams: any[]; format: any }>
  remove(): Promise<void>
}

/** Small clips made by ffmpeg, in a folder that the test removes. */
export async function createClips(): Promise<Clips> {
  const { ffmpegPath, ffprobePath } = await ensureFfmpeg({
    dataFolder: join(tmpdir(), 'sepiola-programs'),
    report: () => {},
  })
  const folder = await mkdtemp(join(tmpdir(), 'sepiola-clips-'))
  return {
    folder,
    async make(name, options = {}) {
      const { width = 640, height = 360, fps = 25, duration = 4, audio = true, video = true } = options
      const path = join(folder, name)
      const inputs = [
        ...(video ? ['-f', 'lavfi', '-i', `testsrc2=size=${width}x${height}:rate=${fps}:duration=${duration}`] : []),
        ...(audio ? ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${duration}`] : []),
      ]
      const videoCodec = video
        ? ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', String(fps)]
        : []
      const audioCodec = audio ? ['-c:a', name.endsWith('.mp3') ? 'libmp3lame' : 'aac', '-ac', '2'] : []
      await run(ffmpegPath, ['-v', 'error', '-y', ...inputs, ...videoCodec, ...audioCodec, path])
      return path
    },
    async probe(path) {
      const args = ['-v', 'error', '-of', 'json', '-show_streams', '-show_format', path]
      return JSON.parse((await run(ffprobePath, args)).stdout)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
