import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseVtt } from './parse-vtt.ts'

test('cues with and without hours, names and markup', () => {
  const file = `WEBVTT - by hand\r\n\r\nNOTE nothing\r\n\r\n1\r\n00:01.500 --> 00:03.000 align:start\r\n<v Ann>One &amp; <i>two</i>\r\nlines\r\n\r\n01:00:02.000 --> 01:00:04.000\r\nLater\r\n`
  assert.deepEqual(parseVtt(file), [
    { start: 1.5, text: 'One & two lines' },
    { start: 3602, text: 'Later' },
  ])
})

test('what is said twice in a row is one line; other files have none', () => {
  const cue = '00:00.000 --> 00:01.000\nSame'
  assert.equal(parseVtt(`WEBVTT\n\n${cue}\n\n${cue}\n`).length, 1)
  assert.deepEqual(parseVtt('<html>Not found</html>'), [])
})
