import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

/** What a Node prints in which our TypeScript is loaded as a start loads it; `server`: its folder. */
function runStripped(script: string, server = import.meta.dirname): string {
  const start = `const { loadStripped } = await import('./strip-types.mjs'); loadStripped(); ${script}`
  return execFileSync(process.execPath, ['--input-type=module', '-e', start], {
    cwd: server,
    encoding: 'utf8',
  })
}

test('the server’s source runs without its types, each line where it is', () => {
  const fault = `await import(${JSON.stringify(join(import.meta.dirname, 'src/foundation/http/problem.ts'))})
    .then(({ problem }) => problem(403, 'No.')).then(({ stack }) => console.log(stack))`
  assert.match(runStripped(fault), /problem\.ts:\d+:\d+/)
})

test('a source that changed is another one at the next start, and nothing is left of the one before', async () => {
  const root = await mkdtemp(join(tmpdir(), 'sepiola-stripped-'))
  const server = join(root, 'apps/server')
  await mkdir(join(server, 'src'), { recursive: true })
  await mkdir(join(root, 'packages'))
  await cp(join(import.meta.dirname, 'strip-types.mjs'), join(server, 'strip-types.mjs'))
  const start = async (source: string) => {
    await writeFile(join(server, 'src/told.ts'), source)
    return runStripped("console.log((await import('./src/told.ts')).told)", server)
  }
  const cache = join(root, 'node_modules/.cache/sepiola')
  await mkdir(join(cache, 'v0.0.0-of-another-node'), { recursive: true })
  assert.equal(await start('export const told: number = 1'), '1\n')
  assert.equal(await start('export const told: number = 2'), '2\n')
  assert.equal((await readdir(join(cache, process.version))).length, 1)
  const folders = (await readdir(cache, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  assert.deepEqual(
    folders.map(({ name }) => name),
    [process.version],
  )
  // Cut off by a loss of power.
  const [kept] = await readdir(join(cache, process.version))
  await writeFile(join(cache, process.version, kept!), '')
  assert.equal(await start('export const told: number = 2'), '2\n')
  // Where nothing can be kept, it runs all the same.
  await rm(cache, { recursive: true })
  await writeFile(cache, '')
  assert.equal(await start('export const told: number = 3'), '3\n')
  await rm(root, { recursive: true })
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
    await import('./src/app/bring-up.ts')
    if (process.moduleLoadList.includes('NativeModule internal/deps/undici/undici')) found.add('Node’s own fetch')
    console.log(JSON.stringify([...found]))`
  const loaded = JSON.parse(runStripped(script)) as string[]
  assert.ok(loaded.includes('zod') && loaded.includes('kysely'), loaded.join(' '))
  const large = [
    ...[
      'Node’s own fetch',
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
