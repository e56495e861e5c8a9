import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** ms between two looks. */
const interval = 5000
/** Share of one processor below which a process counts as quiet. */
const quiet = 0.05
/** What was allocated since the last collection, as a share of what that one left. */
const worthwhile = 0.1

type Collect = (options: { type: 'major'; flavor: 'last-resort' }) => void

/**
 * Collects garbage when a burst of work is over: V8 does so only when it needs room, so that a quiet server would keep
 * the garbage of its busiest minute for days. It stops everything for about 0.1 s, at a moment when nothing happens.
 *
 *     requests ▁▂▇█▇▂▁▁▁▁▁▁▁▁▁▁▁
 *     looks        ·    ·    ·    ·      quiet for a whole interval, more than after the last time: collect
 */
export function collectWhenQuiet(collect: Collect = exposeCollector()): () => void {
  let kept = 0
  let spent = process.cpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(spent)
    spent = process.cpuUsage()
    if ((user + system) / 1000 > interval * quiet || memoryInUse() < kept * (1 + worthwhile)) return
    collect({ type: 'major', flavor: 'last-resort' })
    kept = memoryInUse()
    spent = process.cpuUsage()
  }, interval)
  timer.unref()
  return () => clearInterval(timer)
}

/** Bytes of the heap's pages and of what objects hold outside of it. */
function memoryInUse(): number {
  const { heapTotal, external } = process.memoryUsage()
  return heapTotal + external
}

/** V8's own `gc`, without a flag at the start that would give it to everybody. */
function exposeCollector(): Collect {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as Collect
  setFlagsFromString('--no-expose-gc')
  return collect
}
