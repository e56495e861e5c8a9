// Hashes of files, kept from one start to the next, so that only those are read that changed. Plain JavaScript for any
// Node >= 18: it is needed before anything is installed.

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** ms after which a change of a file shows in its dates, however coarse the file system's clock is. */
const coarsest = 3000

export class KnownFiles {
  #memory
  #now
  /** Path → what the file looked like, and the SHA-1 of its content. */
  #known
  #isChanged = false

  /** `memory`: the file in which it is kept; `now`: ms since 1970. */
  constructor(memory, now = Date.now) {
    this.#memory = memory
    this.#now = now
    this.#known = new Map(Object.entries(readJson(memory) ?? {}))
  }

  /** SHA-1 of the file's content, in hexadecimal. */
  hashOf(path) {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path)
    // The date of its last change of any kind tells what the other one does not: a copy with the dates of its model.
    const look = `${size} ${mtimeMs} ${ctimeMs} ${ino}`
    const [knownLook, knownHash] = this.#known.get(path) ?? []
    if (knownLook === look) return knownHash
    const hash = createHash('sha1').update(readFileSync(path)).digest('hex')
    // Changed a moment ago, it may change again without looking different.
    if (this.#now() - Math.max(mtimeMs, ctimeMs) > coarsest) {
      this.#known.set(path, [look, hash])
      this.#isChanged = true
    }
    return hash
  }

  /** Keeps what is known of these. Where nothing can be written, they are read again the next time. */
  save(paths) {
    const wanted = new Set(paths)
    for (const path of this.#known.keys()) if (!wanted.has(path)) this.#isChanged = this.#known.delete(path)
    if (!this.#isChanged) return
    try {
      mkdirSync(dirname(this.#memory), { recursive: true })
      writeFileSync(`${this.#memory}.${process.pid}`, JSON.stringify(Object.fromEntries(this.#known)))
      renameSync(`${this.#memory}.${process.pid}`, this.#memory)
    } catch {}
  }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
