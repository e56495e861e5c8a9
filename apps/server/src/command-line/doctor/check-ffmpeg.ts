import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findFfmpeg, type Ffmpeg } from '#foundation/ffmpeg/locate-ffmpeg.ts'
import { broken, good, warning, type Finding } from './finding.ts'

const run = promisify(execFile)
const subject = 'ffmpeg'
const reinstall = 'Install a complete ffmpeg 5.1 or newer, or set FFMPEG_PATH and FFPROBE_PATH.'

/** Besides libx264, without which nothing is taken. */
const neededEncoders = ['aac', 'mjpeg']

export async function checkFfmpeg(programs: string, environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  let ffmpeg: Ffmpeg
  try {
    ffmpeg = await findFfmpeg({ dataFolder: programs, environment })
  } catch (error) {
    return [broken(subject, (error as Error).message.split('\n').slice(0, 4).join(' '), reinstall)]
  }
  const findings = [good(subject, `${ffmpeg.version} (${ffmpeg.ffmpegPath})`)]
  const missing = neededEncoders.filter((name) => !ffmpeg.encoders.has(name))
  if (missing.length > 0) findings.push(broken(subject, `has no encoder ${missing.join(', ')}`, reinstall))
  findings.push(await tryEncoding(ffmpeg))
  return findings
}

/** Half a second of picture and sound, as HLS with fragmented MP4: what every video goes through. */
async function tryEncoding({ ffmpegPath, ffprobePath }: Ffmpeg): Promise<Finding> {
  const folder = await mkdtemp(join(tmpdir(), 'sepiola-doctor-'))
  try {
    const started = performance.now()
    const input = ['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=25', '-f', 'lavfi', '-i', 'sine=frequency=440']
    const codecs = ['-t', '0.5', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac']
    const output = ['-f', 'hls', '-hls_segment_type', 'fmp4', '-hls_flags', 'single_file', 'try.m3u8']
    const options = { cwd: folder, timeout: 60_000 }
    await run(ffmpegPath, ['-v', 'error', '-nostdin', ...input, ...codecs, ...output], options)
    const took = Math.round(performance.now() - started)
    const playlist = await readFile(join(folder, 'try.m3u8'), 'utf8')
    const probe = ['-v', 'error', '-show_entries', 'stream=codec_name', '-of', 'csv=p=0', 'try.m4s']
    const { stdout } = await run(ffprobePath, probe, options)
    const codecNames = stdout.trim().split(/\s+/).sort().join(', ')
    if (!playlist.includes('#EXT-X-MAP') || codecNames !== 'aac, h264') {
      return broken('encoding', `half a second came out as ${codecNames || 'nothing'}`, reinstall)
    }
    return took < 10_000
      ? good('encoding', `half a second of H.264 and AAC as HLS took ${took} ms`)
      : warning('encoding', `half a second took ${took} ms`, 'This machine is very slow or busy: use runners.')
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string }
    return broken('encoding', `fails: ${(stderr?.trim() || message).split('\n')[0]}`, reinstall)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
