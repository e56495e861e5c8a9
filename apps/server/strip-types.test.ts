import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

/** What a Node prints in which our TypeScript is loaded as a start loads it. */
function runStripped(script: string): string {
  const start = `const { loadStripped, stripAll } = await import('./strip-types.mjs'); stripAll(); loadStripped(); ${script}`
  return execFileSync(process.execPath, ['--input-type=module', '-e', start], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  })
}

test('the server’s source runs without its types, each line where it is', () => {
  const fault = `await import(${JSON.stringify(join(import.meta.dirname, 'src/foundation/http/problem.ts'))})
    .then(({ problem }) => problem(403, 'No.')).then(({ stack }) => console.log(stack))`
  assert.match(runStripped(fault), /problem\.ts:\d+:\d+/)
})

test('a start loads no library that few requests need', () => {
  const script = `
    const { registerHooks } = await import('node:module')
    const found = new Set()
    registerHooks({ load(url, context, next) {
      const name = /.*node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1]
      if (name) found.add(name)
      return next(url, context)
    } })
    await import('./src/app/features.ts')
    console.log(JSON.stringify([...found]))`
  const loaded = JSON.parse(runStripped(script)) as string[]
  assert.ok(loaded.includes('zod') && loaded.includes('kysely'), loaded.join(' '))
  const large = [
    ...[
      'undici',
      'sharp',
      'nodemailer',
      'sax',
      'sitemap',
      'markdown-it',
      'socket.io',
      'jose',
      'fast-xml-parser',
      'yaml',
      'pino-pretty',
    ],
    ...['yazl', 'yauzl', 'tar-stream', 'create-torrent'],
  ]
  assert.deepEqual(
    loaded.filter((name) => large.includes(name) || name.startsWith('@opentelemetry/')),
    [],
  )
})
