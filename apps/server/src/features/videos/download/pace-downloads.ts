import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Context } from '#foundation/context.ts'
import { clientKey } from '#foundation/http/rate-limits.ts'

/**
 * Bytes leave one after the other, at most so many a second:
 *
 *   taken   ├──── a ────┼── b ──┤            time ▶
 *           now         ▲       until
 *                       └ b waits until then
 */
class Pace {
  #until = 0

  /** ms to wait before `bytes` may leave, when `rate` bytes may in a second; 0 = no limit. */
  take(bytes: number, rate: number, now: number): number {
    if (!(rate > 0)) return 0
    const start = Math.max(now, this.#until)
    this.#until = start + (bytes / rate) * 1000
    return start - now
  }
}

interface Paces {
  all: Pace
  /** By client. */
  one: LRUCache<string, Pace>
}

const pacesOf = new WeakMap<Context, Paces>()

/** Lets a download leave no faster than `download.*` allows to its client and to all together (spec 05 §15). */
export function paceDownload(ctx: Context, ip: string, source: Readable): Readable {
  let paces = pacesOf.get(ctx)
  if (!paces) {
    paces = { all: new Pace(), one: new LRUCache({ max: 10_000 }) }
    pacesOf.set(ctx, paces)
  }
  const { all, one } = paces
  const key = clientKey(ip)
  const own = one.get(key) ?? new Pace()
  one.set(key, own)
  const wait = (bytes: number) => {
    const { max_total_bytes_per_second: total, max_bytes_per_ip_per_second: each } = ctx.settings.current.download
    const now = performance.now()
    return Math.max(all.take(bytes, total, now), own.take(bytes, each, now))
  }
  const gone = new AbortController()
  const stream = Readable.from(paced(source, wait, gone.signal), { objectMode: false })
  return stream.once('close', () => gone.abort())
}

async function* paced(source: Readable, wait: (bytes: number) => number, gone: AbortSignal): AsyncGenerator<Buffer> {
  for await (const chunk of source as AsyncIterable<Buffer>) {
    const ms = wait(chunk.length)
    if (ms > 0) await sleep(ms, undefined, { signal: gone }).catch(() => {})
    if (gone.aborted) return
    yield chunk
  }
}
