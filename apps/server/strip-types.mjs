// Our TypeScript without its types, kept beside the dependencies from one start to the next. Node does the same by
// itself (`enableCompileCache`), but holds all that it read, and where it strips anew the stripper as well: 12 and 25 MB
// for as long as the process lives. That it keeps compiled code besides saves no time of a start.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '../..')
const rootUrl = pathToFileURL(`${root}/`).href
const cache = join(root, 'node_modules/.cache/sepiola')
const folder = join(cache, process.version)
const sources = ['apps/server/src', 'packages'].map((path) => join(root, path))

/**
 * From now on a `.ts` of ours is loaded as it is kept. At the first that is not, a process of its own strips all that
 * changed: it takes the stripper with it. Once the returned function was called, which ends the start, what is missing
 * is stripped in memory: a server that answers must not wait.
 */
export function loadStripped() {
  let maySpawn = true
  const stripOnce = () => {
    if (maySpawn) spawnSync(process.execPath, [import.meta.filename])
    maySpawn = false
  }
  registerHooks({
    resolve(specifier, context, next) {
      const url = specifier.endsWith('.ts') ? locate(specifier, context.parentURL) : undefined
      return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true }
    },
    load(url, context, next) {
      if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context)
      const source = readFileSync(fileURLToPath(url), 'utf8')
      return {
        format: 'module',
        shortCircuit: true,
        source: find(source) || (stripOnce(), find(source)) || strip(source),
      }
    },
  })
  return () => {
    maySpawn = false
  }
}

/** Strips what changed, and forgets what is no more. Throws when the folder cannot be written. */
export function stripAll() {
  mkdirSync(folder, { recursive: true })
  const obsolete = new Set(readdirSync(folder))
  for (const path of sources.flatMap((directory) => [...findSources(directory)])) {
    const source = readFileSync(path, 'utf8')
    // Empty: the machine lost its power before the file was on its disk.
    if (!find(source)) save(source, strip(source))
    obsolete.delete(nameOf(source))
  }
  for (const name of obsolete) rmSync(join(folder, name), { force: true })
  removeOthers()
}

/** By its content: dates say nothing about files that came out of an archive. */
const nameOf = (source) => `${createHash('sha1').update(source).digest('hex')}.js`

/**
 * Where a file of ours is, without the look at every folder above it and at their package.json that Node takes for each
 * import: a fifth of a start. `#` and `@sepiola/` mean what `imports` and `exports` there say.
 */
function locate(specifier, parent) {
  if (specifier.startsWith('.')) {
    return parent?.startsWith(rootUrl) && !parent.includes('/node_modules/')
      ? new URL(specifier, parent).href
      : undefined
  }
  if (specifier.startsWith('#')) return `${rootUrl}apps/server/src/${specifier.slice(1)}`
  const [, name, rest] = /^@sepiola\/([^/]+)\/(.+)$/.exec(specifier) ?? []
  return name && `${rootUrl}packages/${name}/src/${rest}`
}

function* findSources(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* findSources(path)
    else if (entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') && !entry.name.endsWith('.d.ts')) yield path
  }
}

function find(source) {
  try {
    return readFileSync(join(folder, nameOf(source)), 'utf8')
  } catch {
    return undefined
  }
}

/** Two starts may do it at once. */
function save(source, stripped) {
  const path = join(folder, nameOf(source))
  writeFileSync(`${path}.${process.pid}`, stripped)
  renameSync(`${path}.${process.pid}`, path)
}

/** Of other versions of Node, and of Node's own cache, which the command line had once: 10 MB after every change. */
function removeOthers() {
  for (const name of readdirSync(cache)) {
    if (name !== process.version) rmSync(join(cache, name), { recursive: true, force: true })
  }
}

function strip(source) {
  const { emitWarning } = process
  // Node says that it may change; the pinned one does not.
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}

if (process.argv[1] === import.meta.filename) stripAll()
