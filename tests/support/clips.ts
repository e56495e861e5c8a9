import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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
  /** Odd sizes need `yuv444p`. */
  pixelFormat?: string
  /** Degrees, as metadata of the container. */
  rotate?: number
  /** The index first, so that a cut file still opens. */
  faststart?: boolean
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
  /** Rewrites the rotation of the track's header: how to set it differs between versions of ffmpeg. */
  async function turn(path: string, degrees: number) {
    const bytes = await readFile(path)
    const header = bytes.indexOf('tkhd')
    // Version 0: the matrix is 40 bytes after the version and flags that follow the name.
    const matrix = header + 4 + 40
    const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
    const parts = [cosine, sine, 0, -sine, cosine, 0]
    parts.forEach((part, index) => bytes.writeInt32BE(Math.round(part * 65536), matrix + index * 4))
    await writeFile(path, bytes)
  }

  return {
    folder,
    async make(name, options = {}) {
      const { width = 640, height = 360, fps = 25, duration = 4, audio = true, video = true } = options
      const { pixelFormat = 'yuv420p', rotate, faststart } = options
      const path = join(folder, name)
      // testsrc2 rounds odd sizes.
      const pattern = width % 2 || height % 2 ? 'testsrc' : 'testsrc2'
      const inputs = [
        ...(video ? ['-f', 'lavfi', '-i', `${pattern}=size=${width}x${height}:rate=${fps}:duration=${duration}`] : []),
        ...(audio ? ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${duration}`] : []),
      ]
      const videoCodec = video
        ? ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', pixelFormat, '-g', String(fps)]
        : []
      const audioCodec = audio ? ['-c:a', name.endsWith('.mp3') ? 'libmp3lame' : 'aac', '-ac', '2'] : []
      const layout = faststart ? ['-movflags', 'faststart'] : []
      await run(ffmpegPath, ['-v', 'error', '-y', ...inputs, ...videoCodec, ...audioCodec, ...layout, path])
      if (rotate !== undefined) await turn(path, rotate)
      return path
    },
    async probe(path) {
      const args = ['-v', 'error', '-of', 'json', '-show_streams', '-show_format', path]
      return JSON.parse((await run(ffprobePath, args)).stdout)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
