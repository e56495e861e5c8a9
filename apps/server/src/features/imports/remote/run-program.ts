import { killGroup, NICE, spawnGuarded } from '@sepiola/media/run-ffmpeg.ts'

export interface ProgramRun {
  program: string
  args: readonly string[]
  /** It works here, and it is its home. */
  folder: string
  signal: AbortSignal
  /** ms; none when absent */
  timeout?: number
  /** Each line of its output, as it comes; without, the output is collected. */
  onLine?: (line: string) => void
}

export interface ProgramResult {
  code: number
  stdout: string
  /** The last 16,000 characters. */
  stderr: string
}

/** Characters of a description; more is nobody's. */
const longestOutput = 64 * 1024 * 1024

/** Variables that others need not see: the program works on what strangers wrote. */
const secretName = /PEERTUBE|PASS|SECRET|TOKEN|KEY|PGPASS|NODE_CONFIG|_proxy$/i

/** Runs a program that fetches something; it does not outlive us. Throws when it cannot be started, is aborted or too slow. */
export async function runProgram(run: ProgramRun): Promise<ProgramResult> {
  const { program, args, folder, signal, timeout, onLine } = run
  signal.throwIfAborted()
  const hidden = Object.keys(process.env).filter((name) => secretName.test(name))
  const child = spawnGuarded(program, args, {
    nice: NICE.download,
    cwd: folder,
    env: {
      ...Object.fromEntries(hidden.map((name) => [name, undefined])),
      ...{ HOME: folder, TMPDIR: folder, LC_ALL: 'C.UTF-8', PYTHONUNBUFFERED: '1' },
    },
  })
  const end = timeout === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(timeout)])
  const stop = () => killGroup(child)
  end.addEventListener('abort', stop, { once: true })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    if (!onLine) {
      if (stdout.length > longestOutput) stop()
      return
    }
    const lines = stdout.split(/[\r\n]+/)
    stdout = lines.pop()!.slice(-longestLine)
    for (const line of lines) onLine(line)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-16_000)))
  child.stdin.on('error', () => {})
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (exitCode) => resolve(exitCode ?? 137))
    })
    signal.throwIfAborted()
    if (end.aborted) throw new Error(`${program} took longer than ${timeout! / 1000} s.`)
    return { code, stdout, stderr }
  } finally {
    end.removeEventListener('abort', stop)
  }
}

const longestLine = 16_000
