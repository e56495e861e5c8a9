import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findChapterFaults, toChapters } from './chapter-rows.ts'

const row = (time: string, title = 'x') => ({ id: 0, time, title })

test('each row says what is wrong with it', () => {
  const rows = [row('0:00'), row('soon'), row('1:30'), row('90'), row('2:00', ' '), row('9:59')]
  assert.deepEqual(findChapterFaults(rows, 300), [undefined, 'time', undefined, 'twice', 'title', 'beyond'])
  assert.deepEqual(findChapterFaults([row('9:59')], 0), [undefined])
})

test('chapters are sent in order', () => {
  assert.deepEqual(toChapters([row('1:00', ' b '), row('0', 'a')]), [
    { timecode: 0, title: 'a' },
    { timecode: 60, title: 'b' },
  ])
})
