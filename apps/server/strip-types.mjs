// Our TypeScript without its types, kept beside the dependencies from one start to the next. Node does the same by
// itself (`enableCompileCache`), but holds all that it read, and where it strips anew the stripper as well: 12 and 25 MB
// for as long as the process lives. That it keeps compiled code besides saves no time of a start.

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { KnownFiles } from '../../scripts/known-files.mjs'

const root = join(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache/sepiola')
const folder = join(cache, process.version)
const memory = join(cache, 'sources.json')
const rootUrl = pathToFileURL(`${root}/`).href
const sources = ['apps/server/src', 'packages'].map((path) => join(root, path))

/** Strips what changed, and forgets what is no more. Throws when the folder cannot be written. */
export function stripAll() {
  mkdirSync(folder, { recursive: true })
  const known = new KnownFiles(memory)
  const paths = sources.flatMap((directory) => [...findSources(directory)])
  const kept = new Set(readdirSync(folder))
  const wanted = new Set()
  for (const path of paths) {
    const name = nameOf(known, path)
    if (!kept.has(name) && !wanted.has(name)) save(name, strip(readFileSync(path, 'utf8')))
    wanted.add(name)
  }
  for (const name of kept) if (!wanted.has(name)) rmSync(join(folder, name), { force: true })
  known.save(paths)
  removeOtherFolders()
}

/** From now on a `.ts` of ours is loaded as it is kept; one that is not is stripped in memory. */
export function loadStripped() {
  const known = new KnownFiles(memory)
  registerHooks({
    resolve(specifier, context, next) {
      const url = specifier.endsWith('.ts') ? locate(specifier, context.parentURL) : undefined
      return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true }
    },
    load(url, context, next) {
      if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context)
      const path = fileURLToPath(url)
      // Empty: the machine lost its power before the file was on its disk.
      const source = find(nameOf(known, path)) || strip(readFileSync(path, 'utf8'))
      return { format: 'module', shortCircuit: true, source }
    },
  })
}

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

/** By its content: what is kept can never be another version's. */
const nameOf = (known, path) => `${known.hashOf(path)}.js`

function* findSources(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* findSources(path)
    else if (entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') && !entry.name.endsWith('.d.ts')) yield path
  }
}

function find(name) {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return undefined
  }
}

/** Two starts may do it at once. */
function save(name, stripped) {
  const path = join(folder, name)
  writeFileSync(`${path}.${process.pid}`, stripped)
  renameSync(`${path}.${process.pid}`, path)
}

/** Of other versions of Node, and of its own cache, which the command line had once: 10 MB after every change. */
function removeOtherFolders() {
  for (const { name } of readdirSync(cache, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
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
