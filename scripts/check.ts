import { spawn } from 'node:child_process'
import { join } from 'node:path'

// npm run check: everything that needs no running server. All checks run, also when one fails.

interface Check {
  name: string
  command: string
  args: string[]
}

const root = join(import.meta.dirname, '..')
const node = join(root, 'node_modules/.bin/node')

function tool(name: string, program: string, ...args: string[]): Check {
  return { name, command: node, args: [`node_modules/.bin/${program}`, ...args] }
}

/** The first writes the web client's generated types, which others read. */
const checks: Check[] = [
  { name: 'types of the web client', command: 'npm', args: ['run', '--silent', 'check', '-w', '@sepiola/web'] },
  tool('types', 'tsc', '-p', '.'),
  tool('types of the browser tests', 'tsc', '-p', 'tests/web'),
  tool('lint', 'oxlint', '--deny-warnings'),
  tool('format', 'oxfmt', '--check'),
  { name: 'architecture', command: node, args: ['scripts/check-imports.ts'] },
  tool('unused code', 'knip', '--no-progress'),
]

function runCheck({ command, args }: Check): Promise<{ passed: boolean; output: string }> {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const output: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => output.push(part))
  child.stderr.on('data', (part: Buffer) => output.push(part))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ passed: code === 0, output: Buffer.concat(output).toString().trim() }))
  })
}

const failed: string[] = []
for (const check of checks) {
  const started = performance.now()
  const { passed, output } = await runCheck(check)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${passed ? '✓' : '✗'} ${check.name} (${seconds} s)`)
  if (passed) continue
  failed.push(check.name)
  console.log(`${output.replaceAll(/^/gm, '    ')}\n`)
}
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1
