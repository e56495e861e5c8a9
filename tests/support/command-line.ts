import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../../apps/server/command-line.mjs')

export interface CommandOptions {
  data: string
  /** Piped in. */
  input?: string
  env?: Record<string, string>
  /** Of `output`; default UTF-8. */
  encoding?: BufferEncoding
}

export interface CommandResult {
  code: number | null
  output: string
  errors: string
}

/** Runs `sepiola <args>` as the launcher does. */
export function runSepiola(args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return startSepiola(args, options).result
}

export function startSepiola(
  args: readonly string[],
  { data, input = '', env = {}, encoding = 'utf8' }: CommandOptions,
): { child: ChildProcess; result: Promise<CommandResult> } {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, SEPIOLA_DATA: data, NODE_ENV: 'production', NODE_COMPILE_CACHE: undefined, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => out.push(part))
  child.stderr.on('data', (part: Buffer) => err.push(part))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const result = new Promise<CommandResult>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code, output: Buffer.concat(out).toString(encoding), errors: Buffer.concat(err).toString() }),
    )
  })
  return { child, result }
}
