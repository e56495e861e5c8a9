import { spawn } from 'node:child_process'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../../apps/server/src/command-line/main.ts')

export interface CommandResult {
  code: number | null
  output: string
  errors: string
}

/** Runs `sepiola <args>` as the launcher does. `input` is piped in. */
export function runSepiola(
  args: readonly string[],
  { data, input = '', env = {} }: { data: string; input?: string; env?: Record<string, string> },
): Promise<CommandResult> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, SEPIOLA_DATA: data, NODE_ENV: 'production', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => out.push(part))
  child.stderr.on('data', (part: Buffer) => err.push(part))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code, output: Buffer.concat(out).toString(), errors: Buffer.concat(err).toString() }),
    )
  })
}
