import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'

interface KnownFiles {
  hashOf(path: string): string
  save(paths: readonly string[]): void
}

// Plain JavaScript, of which the compiler knows nothing.
const { KnownFiles } = (await import(new URL('known-files.mjs', import.meta.url).href)) as {
  KnownFiles: new (memory: string, now?: () => number) => KnownFiles
}

const folder = await mkdtemp(join(tmpdir(), 'sepiola-known-files-'))
after(() => rm(folder, { recursive: true }))

const memory = join(folder, 'memory/known.json')
const [one, other] = [join(folder, 'one.txt'), join(folder, 'other.txt')]
const shaOfAbc = 'a9993e364706816aba3e25717850c26c9cd0d89d'

/** As if nobody had touched a file for a minute. */
const later = () => Date.now() + 60_000

beforeEach(async () => {
  await rm(memory, { force: true })
  await writeFile(one, 'abc')
  await writeFile(other, 'abd')
})

/** What two starts, one after another, take for the hash of a file. */
function start(now?: () => number): string {
  const known = new KnownFiles(memory, now)
  const hash = known.hashOf(one)
  known.save([one])
  return hash
}

/** Says something else about what is kept, so that it shows whether a file is read. */
async function forge(): Promise<void> {
  await writeFile(memory, (await readFile(memory, 'utf8')).replace(shaOfAbc, 'kept'))
}

test('a file that nobody touched is not read again', async () => {
  assert.equal(start(later), shaOfAbc)
  await forge()
  assert.equal(start(later), 'kept')
})

test('another content of the same length and date counts', async () => {
  const { atime, mtime } = await stat(one)
  start(later)
  await forge()
  await writeFile(one, 'cba')
  await utimes(one, atime, mtime)
  assert.notEqual(start(later), 'kept')
  assert.notEqual(start(later), shaOfAbc)
})

test('a file that changed a moment ago is read each time', async () => {
  start()
  await assert.rejects(readFile(memory), { code: 'ENOENT' })
})

test('what is not asked for any more is forgotten', async () => {
  const known = new KnownFiles(memory, later)
  known.hashOf(one)
  known.hashOf(other)
  known.save([one, other])
  assert.deepEqual(Object.keys(JSON.parse(await readFile(memory, 'utf8'))), [one, other])
  start(later)
  assert.deepEqual(Object.keys(JSON.parse(await readFile(memory, 'utf8'))), [one])
})

test('what is kept unreadably counts for nothing, and nothing breaks where nothing can be kept', async () => {
  start(later)
  await writeFile(memory, '{"half')
  assert.equal(start(later), shaOfAbc)
  const nowhere = new KnownFiles(join(one, 'below-a-file.json'), later)
  assert.equal(nowhere.hashOf(one), shaOfAbc)
  nowhere.save([one])
})
