import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainFailure } from './ffmpeg-error.ts'
import { createProgressParser } from './parse-progress.ts'

test('progress is read from chunks cut anywhere', () => {
  const parse = createProgressParser(10)
  assert.equal(parse('frame=1\nout_time_us=N/A\nspeed=N/A\npro'), undefined)
  assert.deepEqual(parse('gress=continue\n'), { outTime: 0, percent: 0, speed: undefined })
  assert.deepEqual(parse('out_time_us=2590000\nspeed=1.5x\nprogress=continue\n'), {
    outTime: 2.59,
    percent: 25,
    speed: 1.5,
  })
  assert.deepEqual(parse('out_time_us=9900000\nprogress=end\n'), { outTime: 9.9, percent: 100, speed: 1.5 })
  assert.equal(createProgressParser(0)('out_time_us=1000000\nprogress=end\n')!.percent, undefined)
})

test('failures in words', () => {
  const cases = [
    ['[mov @ 0x1] moov atom not found\nfile:/x: Invalid data found when processing input', /index is missing/],
    ["Unknown encoder 'libfoo'", /without the encoder libfoo/],
    ['Decoder (codec vvc) not found for input stream #0:0', /codec vvc is unknown/],
    ['av_interleaved_write_frame(): No space left on device', /disk is full/],
    ['file:/x/y.mp4: No such file or directory', /\/x\/y\.mp4 does not exist/],
    ['file:/x: Invalid data found when processing input', /damaged or in an unknown format/],
  ] as const
  for (const [stderr, expected] of cases) assert.match(explainFailure(stderr)!, expected)
  assert.equal(explainFailure('something else'), undefined)
})
