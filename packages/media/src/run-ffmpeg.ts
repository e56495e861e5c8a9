import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { explainFailure, FfmpegCancelledError, FfmpegError, FfmpegTimeoutError } from './ffmpeg-error.ts'
import { createProgressParser, type FfmpegProgress } from './parse-progress.ts'

/** Nice levels of spec 05 §8. */
export const NICE = { live: 5, download: 5, picture: 10, transcode: 15 } as const

export interface RunFfmpegOptions {
  ffmpegPath: string
  /** Inputs, filters and outputs; logging and progress are added here. */
  args: readonly string[]
  /** nice level, 0–19 */
  nice: number
  /** Working directory. */
  cwd?: string
  /** seconds that the output should last; 0 or missing when unknown */
  duration?: number
  signal?: AbortSignal
  /** ms */
  timeout?: number
  onProgress?: (progress: FfmpegProgress) => void
}

export interface FfmpegResult {
  /** seconds of output written */
  outTime: number
  /** What ffmpeg warned of, its last lines. */
  stderr: string
}

const STDERR_LINES = 60

/**
 * The shell holds the pipe whose other end is ours: when this process dies, however it dies, the pipe closes and
 * the group is killed: the program and what it has started. Without it a killed server would leave its encoders running.
 */
const GUARD = `level=$1; shift
exec 3<&0
nice -n "$level" "$@" </dev/null 3<&- & child=$!
{ read -r _ <&3; kill -9 0; } >/dev/null 2>&1 & guard=$!
exec 3<&-
wait "$child"; code=$?
kill "$guard" 2>/dev/null
exit "$code"`

/**
 * Runs ffmpeg to its end.
 * @throws FfmpegCancelledError when `signal` was aborted, FfmpegTimeoutError after `timeout`
 * @throws FfmpegError when ffmpeg failed, or the source turned out to be truncated
 */
export async function runFfmpeg(options: RunFfmpegOptions): Promise<FfmpegResult> {
  const { ffmpegPath, args, nice, cwd, duration = 0, signal, timeout, onProgress } = options
  if (signal?.aborted) throw new FfmpegCancelledError('Cancelled before it began')

  const log = ['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'warning', '-progress', 'pipe:1', '-y']
  const child = spawnGuarded(ffmpegPath, [...log, ...args], { nice, cwd })
  const stderr: string[] = []
  let outTime = 0
  const parse = createProgressParser(duration)
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const progress = parse(chunk)
    if (!progress) return
    outTime = progress.outTime
    onProgress?.(progress)
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => keepLastLines(stderr, chunk))
  child.stdin.on('error', () => {})

  let stopped: 'cancelled' | 'timeout' | undefined
  const stop = (why: 'cancelled' | 'timeout') => {
    stopped ??= why
    killGroup(child)
  }
  const onAbort = () => stop('cancelled')
  signal?.addEventListener('abort', onAbort, { once: true })
  const timer = timeout === undefined ? undefined : setTimeout(stop, timeout, 'timeout')
  try {
    const exitCode = await waitForExit(child)
    const said = stderr.join('\n').trim()
    if (stopped === 'cancelled') throw new FfmpegCancelledError('Cancelled', { stderr: said })
    if (stopped === 'timeout') throw new FfmpegTimeoutError(`Not done after ${timeout! / 1000} s`, { stderr: said })
    if (exitCode !== 0) throw toError(exitCode, said)
    assertComplete(outTime, duration, said)
    return { outTime, stderr: said }
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}

/** A program as a process that does not outlive this one. `env`: beside what this process has. */
export function spawnGuarded(
  program: string,
  args: readonly string[],
  { nice, cwd, env }: { nice: number; cwd?: string | undefined; env?: NodeJS.ProcessEnv | undefined },
): ChildProcessWithoutNullStreams {
  return spawn('/bin/sh', ['-c', GUARD, 'sh', String(nice), program, ...args], {
    cwd,
    env: { ...process.env, ...env },
    // A group of its own, so that the shell and the program are killed together.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

function waitForExit(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(new FfmpegError(`ffmpeg could not be started: ${cause.message}`, { cause })))
    child.on('close', (code) => resolve(code ?? 137))
  })
}

export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}

function keepLastLines(lines: string[], chunk: string): void {
  const [first = '', ...rest] = chunk.split('\n')
  lines.push((lines.pop() ?? '') + first, ...rest)
  lines.splice(0, Math.max(0, lines.length - STDERR_LINES))
}

function toError(exitCode: number, stderr: string): FfmpegError {
  if (exitCode > 128) {
    return new FfmpegError(`ffmpeg was killed by signal ${exitCode - 128}, perhaps for lack of memory`, { stderr })
  }
  if (exitCode === 126 || exitCode === 127) return new FfmpegError('ffmpeg could not be started', { exitCode, stderr })
  const last = stderr.split('\n').at(-1)
  return new FfmpegError(explainFailure(stderr) ?? `ffmpeg failed: ${last || `exit code ${exitCode}`}`, {
    exitCode,
    stderr,
  })
}

/** ffmpeg ends well when its input ends early; a source that announced much more than it holds is truncated. */
function assertComplete(outTime: number, duration: number, stderr: string): void {
  const missing = duration - outTime
  if (duration === 0 || outTime === 0 || missing <= Math.max(1, duration * 0.1)) return
  if (!/partial file|truncat|Invalid data|Error splitting|Invalid NAL/i.test(stderr)) return
  const found = `${Math.round(duration)} s announced, ${Math.round(outTime)} s found`
  throw new FfmpegError(`The file is truncated: ${found}`, { exitCode: 0, stderr })
}
