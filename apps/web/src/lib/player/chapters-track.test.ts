import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chaptersTrack } from './chapters-track.ts'

test('a chapter lasts until the next one, the last until the end; an arrow in a title does not end its cue', () => {
  const chapters = [
    { timecode: 0, title: 'Start' },
    { timecode: 61, title: 'a --> b' },
  ]
  assert.equal(
    chaptersTrack(chapters, 3700),
    'WEBVTT\n\n00:00:00.000 --> 00:01:01.000\nStart\n\n00:01:01.000 --> 01:01:40.000\na → b\n',
  )
})
