import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
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

test('a program dies with the process that started it, however that dies, and so does what it has started', async () => {
  const module = JSON.stringify(new URL('run-ffmpeg.ts', import.meta.url).href)
  const program = 'sleep 300 & echo $$ $!; wait'
  const script = `
    const { spawnGuarded } = await import(${module})
    const child = spawnGuarded('/bin/sh', ['-c', ${JSON.stringify(program)}], { nice: 5, env: { WORD: 'x' } })
    child.stdout.pipe(process.stdout)`
  const starter = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await starter.stdout.take(1).toArray()) as [Buffer]
  const pids = said.toString().trim().split(' ').map(Number)
  assert.equal(pids.length, 2)
  const alive = () => pids.filter((pid) => isAlive(pid))
  assert.deepEqual(alive(), pids)
  starter.kill('SIGKILL')
  for (let tries = 0; alive().length > 0 && tries < 200; tries++) await sleep(25)
  assert.deepEqual(alive(), [])
})

/** A process that ended, but that nobody has waited for, has no program any more. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !existsSync('/proc') || existsSync(`/proc/${pid}/exe`)
  } catch {
    return false
  }
}
