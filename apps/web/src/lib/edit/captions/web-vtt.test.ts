import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCaptions, readCueTime, writeCaptions, writeCueTime } from './web-vtt.ts'

const file = `\uFEFFWEBVTT - Tide\r
\r
STYLE\r
::cue { color: white }\r
\r
1\r
00:01.500 --> 00:03.000 align:start\r
Hello,\r
sea.\r
\r
01:00:00.000 --> 01:00:01.250\r
Late.\r
`

test('cues with their times, settings and lines; the head is kept', () => {
  const { head, cues } = readCaptions(file)
  assert.equal(head, 'WEBVTT - Tide\n\nSTYLE\n::cue { color: white }')
  assert.deepEqual(cues, [
    { start: 1.5, end: 3, text: 'Hello,\nsea.', settings: 'align:start' },
    { start: 3600, end: 3601.25, text: 'Late.', settings: '' },
  ])
})

test('what is written reads the same', () => {
  const read = readCaptions(file)
  assert.deepEqual(readCaptions(writeCaptions(read)), read)
})

test('cues are written in order, and nothing in one ends it', () => {
  const text = writeCaptions({
    head: 'WEBVTT',
    cues: [
      { start: 5, end: 6, text: 'b\n\n\nc --> d', settings: '' },
      { start: 1, end: 2, text: 'a', settings: '' },
    ],
  })
  assert.equal(text, 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\na\n\n00:00:05.000 --> 00:00:06.000\nb\nc → d\n')
})

test('times', () => {
  assert.equal(readCueTime('1:02:03,4'), 3723.4)
  assert.equal(readCueTime('2:03'), 123)
  assert.equal(readCueTime('00:75.000'), undefined)
  assert.equal(readCueTime('soon'), undefined)
  assert.equal(writeCueTime(3723.4), '01:02:03.400')
})
