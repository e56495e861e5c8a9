import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/**
 * Fails the build when script grows past its budget: 60 kB to the first paint and 300 kB to play (1 kB = 1000 bytes),
 * each file compressed with brotli on its own, as it is served. gzip is printed beside.
 */
const budgets = { paint: 60_000, play: 300_000 }

interface Chunk {
  file: string
  src?: string
  isEntry?: boolean
  imports?: string[]
  dynamicImports?: string[]
}

const output = '.svelte-kit/output/client'
const manifest = JSON.parse(readFileSync(`${output}/.vite/manifest.json`, 'utf8')) as Record<string, Chunk>
const server = readFileSync('.svelte-kit/output/server/manifest-full.js', 'utf8')

/** A chunk with everything that it imports before it runs. */
function withImports(keys: Iterable<string>, found = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (found.has(key)) continue
    found.add(key)
    withImports(manifest[key]?.imports ?? [], found)
  }
  return found
}

function keyOf(test: (key: string, chunk: Chunk) => boolean, what: string): string {
  const entry = Object.entries(manifest).find(([key, chunk]) => test(key, chunk))
  if (!entry) throw new Error(`check-budget: no chunk for ${what}`)
  return entry[0]
}

/** The chunks of the layouts and the page of a route, by what the server's manifest says. */
function nodesOf(route: string): string[] {
  const at = server.indexOf(`id: ${JSON.stringify(route)}`)
  if (at < 0) throw new Error(`check-budget: no route ${route}`)
  const page = /page: \{ layouts: \[([\d,]*)\], errors: \[[\d,]*\], leaf: (\d+) \}/.exec(server.slice(at))
  if (!page) throw new Error(`check-budget: the server's manifest has changed its form`)
  const ids = [...(page[1] ?? '').split(',').filter(Boolean), page[2]]
  return ids.map((id) => keyOf((key) => key.endsWith(`/nodes/${id}.js`), `node ${id}`))
}

const entries = ['start', 'app'].map((name) =>
  keyOf((_key, { file, isEntry }) => isEntry === true && file.includes(`/entry/${name}.`), `entry ${name}`),
)
const runtime = keyOf((key) => key.endsWith('runtime/client/client-entry.js'), 'the router')
const messages = keyOf((key) => key.endsWith('i18n/locales/fr.ts'), 'the largest catalogue')
const startWords = keyOf((key) => key.endsWith('i18n/locales/fr.browse.ts'), 'the words of the start page')
const controls = [
  ...['frame', 'buttons', 'screen', 'seek-bar', 'volume'].map((part) => `player/elements/${part}.ts`),
  'player/PlayerCore.svelte',
  'locales/fr.late.ts',
].map((end) => keyOf((key) => key.endsWith(end), end))
const engine = keyOf((key) => key.endsWith('hls.js/dist/hls.mjs'), 'hls.js')

function size(keys: Set<string>): { brotli: number; gzip: number } {
  let brotli = 0
  let gzip = 0
  for (const file of new Set([...keys].map((key) => manifest[key]?.file))) {
    if (!file?.endsWith('.js')) continue
    const code = readFileSync(`${output}/${file}`)
    brotli += brotliCompressSync(code).length
    gzip += gzipSync(code, { level: 9 }).length
  }
  return { brotli, gzip }
}

let failed = false

function report(what: string, keys: Iterable<string>, budget: number): void {
  const { brotli, gzip } = size(withImports(keys))
  const over = brotli > budget
  failed ||= over
  const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
  console.log(`${over ? '✗' : '✓'} ${what}: ${kB(brotli)} brotli (${kB(gzip)} gzip) of ${kB(budget)}`)
}

const pages = { home: '/(shell)', watch: '/(shell)/w/[id]', embed: '/videos/embed/[id]' }
for (const [name, route] of Object.entries(pages)) {
  report(
    `script to the first paint of ${name}`,
    [...entries, runtime, messages, ...(name === 'home' ? [startWords] : []), ...nodesOf(route)],
    budgets.paint,
  )
}
for (const name of ['watch', 'embed'] as const) {
  const keys = [...entries, runtime, messages, ...nodesOf(pages[name]), ...controls, engine]
  report(`script to play on ${name}, with the full engine`, keys, budgets.play)
}
if (failed) process.exit(1)
