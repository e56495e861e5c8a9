#!/usr/bin/env node
// The command line: makes the checkout ready and hands over to the pinned Node. Runs on any Node >= 18, before anything
// is installed, so it is plain JavaScript without dependencies.

import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)
const starts = args[0] === 'start' && !args.includes('--help') && !args.includes('-h')

// Standard output belongs to the command.
const needsPages = starts && !args.includes('--no-client')
const prepare = [join(root, 'scripts/prepare.mjs'), ...(needsPages ? [] : ['--no-web'])]
const prepared = spawnSync(process.execPath, prepare, { stdio: ['inherit', 2, 2] })
if (prepared.status !== 0) process.exit(1)

const node = join(root, 'node_modules/.bin/node')
const program = join(root, starts ? 'apps/server/start.mjs' : 'apps/server/command-line.mjs')
const command = [program, ...(starts ? args.slice(1) : args)]
// Newer Nodes become the program; for older ones it is a child.
if (process.execve) process.execve(node, [node, ...command], process.env)
const child = spawn(node, command, { stdio: 'inherit' })
child.on('error', (error) => {
  console.error(`✗ ${node} cannot be run: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => {
  if (signal) process.removeAllListeners(signal)
  if (signal) process.kill(process.pid, signal)
  else process.exit(code ?? 1)
})
// Ctrl-C reaches the child by itself; it decides when to end.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
