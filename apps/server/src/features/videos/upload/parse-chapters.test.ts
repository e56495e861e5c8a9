import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseChapters } from './parse-chapters.ts'

test('timecodes in all their forms', () => {
  const text = 'Hello\n0:00 Start\n02:03 Second one\n 1:02:03 Hours\r\n1h2m4s Letters\n4000 Plain seconds\nEnd'
  assert.deepEqual(parseChapters(text), [
    { timecode: 0, title: 'Start' },
    { timecode: 123, title: 'Second one' },
    { timecode: 3723, title: 'Hours' },
    { timecode: 3724, title: 'Letters' },
    { timecode: 4000, title: 'Plain seconds' },
  ])
})

test('only increasing ones count, and one is none', () => {
  assert.deepEqual(parseChapters('0:10 A\n0:05 B\n0:10 C\n0:20 D'), [
    { timecode: 10, title: 'A' },
    { timecode: 20, title: 'D' },
  ])
  assert.deepEqual(parseChapters('0:10 Alone'), [])
  assert.deepEqual(parseChapters(null), [])
  assert.deepEqual(parseChapters('5\n10:00\n'), [])
})

test('a number that is no time is none', () => {
  assert.deepEqual(parseChapters('99999999999 bottles\n0 A\n9999999999:00:00 B\n10 C'), [
    { timecode: 0, title: 'A' },
    { timecode: 10, title: 'C' },
  ])
})

test('long titles are cut', () => {
  assert.equal(parseChapters(`0 ${'x'.repeat(200)}\n1 b`)[0]!.title.length, 100)
  assert.ok(parseChapters(`0 ${'x'.repeat(99)}😀\n1 b`)[0]!.title.isWellFormed())
})
