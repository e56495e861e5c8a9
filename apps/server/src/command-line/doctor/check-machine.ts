import { availableParallelism, totalmem } from 'node:os'
import { formatBytes } from '../terminal.ts'
import { good, warning, type Finding } from './finding.ts'

/** Bytes below which transcoding one 1080p video beside the server gets tight. */
const enoughMemory = 1.5 * 1024 ** 3

export function checkMachine(): Finding[] {
  const cores = availableParallelism()
  // A container may have less than its machine.
  const limit = process.constrainedMemory()
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [
    good('Node', process.version),
    cores > 1
      ? good('processors', String(cores))
      : warning('processors', '1', 'Transcoding takes long; runners on other machines can do it.'),
    memory >= enoughMemory
      ? good('memory', formatBytes(memory))
      : warning('memory', formatBytes(memory), 'At least 2 GiB are advisable for transcoding.'),
    good('time zone', `${zone}, now ${new Date().toString().replace(/ \(.*/, '')}`),
  ]
}
