import assert from 'node:assert/strict'
import { test } from 'node:test'
import { collectWhenQuiet } from './collect-when-quiet.ts'

/** The interval in which a look is taken, ms. */
const look = 5000

function work(ms: number): void {
  const until = process.cpuUsage().user / 1000 + ms
  while (process.cpuUsage().user / 1000 < until);
}

/** Returns the bytes in use while it was there. */
function leaveGarbage(): number {
  const garbage = Array.from({ length: 1_000_000 }, (_, index) => ({ index }))
  return garbage.length && process.memoryUsage().heapUsed
}

test('garbage is collected when a burst is over, and again only when there is new garbage', (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] })
  let collected = 0
  const stop = collectWhenQuiet(() => collected++)
  work(300)
  t.mock.timers.tick(look)
  assert.equal(collected, 0, 'the process is busy')
  t.mock.timers.tick(look)
  assert.equal(collected, 1, 'quiet for a whole interval')
  t.mock.timers.tick(look)
  assert.equal(collected, 1, 'nothing was allocated since')
  const garbage = Buffer.alloc(100 * 1024 * 1024)
  t.mock.timers.tick(look)
  assert.equal(collected, 2, `${garbage.length} bytes more`)
  stop()
  const more = Buffer.alloc(200 * 1024 * 1024)
  t.mock.timers.tick(look)
  assert.equal(collected, 2, `stopped, ${more.length} bytes later`)
})

test("V8's collector is used by default", (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] })
  const stop = collectWhenQuiet()
  const full = leaveGarbage()
  t.mock.timers.tick(look)
  t.mock.timers.tick(look)
  stop()
  assert.ok(process.memoryUsage().heapUsed < full - 10_000_000)
  assert.equal((globalThis as { gc?: unknown }).gc, undefined)
})
