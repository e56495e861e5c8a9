import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { BatchedLines } from './batched-lines.ts'

function collect() {
  const writes: string[] = []
  const target = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      writes.push(String(chunk))
      done()
    },
  })
  return { writes, lines: new BatchedLines(target) }
}

test('lines that come together are written together, soon', async () => {
  const { writes, lines } = collect()
  lines.write('a\n')
  lines.write('b\n')
  assert.deepEqual(writes, [])
  await sleep(150)
  assert.deepEqual(writes, ['a\nb\n'])
})

test('many lines do not wait', () => {
  const { writes, lines } = collect()
  for (let i = 0; i < 200; i++) lines.write(`${'x'.repeat(100)}\n`)
  assert.equal(writes.length, 1)
})

test('the end writes what waits', async () => {
  const { writes, lines } = collect()
  lines.write('last\n')
  await lines.end()
  assert.deepEqual(writes, ['last\n'])
})
