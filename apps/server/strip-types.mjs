// Our TypeScript without its types, kept beside the dependencies from one start to the next. Node does the same by
// itself (`enableCompileCache`), but holds all that it read, and where it strips anew the stripper as well: 12 and 25 MB
// for as long as the process lives. That it keeps compiled code besides saves no time of a start.

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'node_modules/.cache/sepiola', process.version)
const sources = ['apps/server/src', 'packages'].map((path) => join(root, path))

/** By its content: dates say nothing about files that came out of an archive. */
const nameOf = (source) => `${createHash('sha1').update(source).digest('hex')}.js`

/** Strips what changed, and forgets what is no more. Throws when the folder cannot be written. */
export function stripAll() {
  mkdirSync(folder, { recursive: true })
  const obsolete = new Set(readdirSync(folder))
  for (const path of sources.flatMap((directory) => [...findSources(directory)])) {
    const source = readFileSync(path, 'utf8')
    if (!obsolete.delete(nameOf(source))) save(source, strip(source))
  }
  for (const name of obsolete) rmSync(join(folder, name), { force: true })
}

/** From now on a `.ts` of ours is loaded as it is kept; one that is not is stripped in memory. */
export function loadStripped() {
  registerHooks({
    load(url, context, next) {
      if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context)
      const source = readFileSync(fileURLToPath(url), 'utf8')
      return { format: 'module', shortCircuit: true, source: find(source) ?? strip(source) }
    },
  })
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
