import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readLinesBackwards } from './read-lines-backwards.ts'

test('gives the lines of a file last first, whatever their length', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'sepiola-lines-'))
  t.after(() => rm(folder, { recursive: true }))
  const path = join(folder, 'file')
  const texts = [
    '',
    'one',
    'one\ntwo\n',
    '\n\n',
    `${'é'.repeat(150_000)}\n${'ü'.repeat(400_001)}\nend`,
    Array.from({ length: 40_000 }, (_, i) => `line ${i} €`).join('\n'),
  ]
  for (const text of texts) {
    await writeFile(path, text)
    const expected = text.split('\n').toReversed()
    assert.deepEqual(await Array.fromAsync(readLinesBackwards(path)), text === '' ? [''] : expected)
  }
})
