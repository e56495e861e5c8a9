import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSpeechClock } from './speech-clock.ts'

test('the end of the latest line, also when it comes in parts and beyond an hour', () => {
  const clock = createSpeechClock()
  assert.equal(clock("Detected language 'English' with probability 0.99\n"), undefined)
  assert.equal(clock('[00:00.000 --> 00:04.500]  Hello\n[00:04.500 --> 00:0'), 4)
  assert.equal(clock('9.000]  there\n'), 9)
  assert.equal(clock('[01:02:03.000 --> 01:02:07.120]  still here\n'), 3727)
  assert.equal(clock('silence\n'), undefined)
})
