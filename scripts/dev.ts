import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

// npm run dev: the server, started again when its source changes, and Vite for the web client. Arguments go to the server.

const root = join(import.meta.dirname, '..')
const node = join(root, 'node_modules/.bin/node')

const children: ChildProcess[] = [
  start(root, ['--watch', 'apps/server/start.mjs', '--no-client']),
  start(join(root, 'apps/web'), [join(root, 'node_modules/vite/bin/vite.js'), 'dev']),
]

function start(cwd: string, args: string[]): ChildProcess {
  const own = cwd === root ? process.argv.slice(2) : []
  return spawn(node, [...args, ...own], { cwd, stdio: 'inherit' })
}

// One ends, both end; Ctrl-C reaches the children by itself, a SIGTERM does not.
const stop = () => children.forEach((child) => child.kill('SIGTERM'))
process.on('SIGTERM', stop)
process.on('SIGINT', () => {})
await Promise.all(
  children.map(
    (child) =>
      new Promise<void>((resolve) => {
        child.once('exit', () => {
          stop()
          resolve()
        })
      }),
  ),
)
