import { LRUCache } from 'lru-cache'

interface Total {
  value: Promise<number>
  /** Moment from which on it is counted anew, ms; an estimate is from the start. */
  renewAfter: number
}

/** ms that a counted total is answered before it is counted anew. */
const lifetime = 60_000
/** Waiting to be counted; who waits longest gives way to more. */
const mostWaiting = 200
/** After a count that took t, the next begins after `pause` × t, so that counting never takes more of a processor … */
const pause = 24
/** … but not later, ms. */
const longestPause = 60_000

/**
 * Totals of lists that are so long that nobody waits for their count: the first asker gets an estimate, and they are
 * counted beside the answers, one after another, for at most a twenty-fifth of a processor: fewer than a twentieth of all
 * requests run beside one.
 *
 *     ask ── estimate ──▶ answered       ask ──▶ counted total, however old
 *                └─ waits ─ count ─ pause ─ next count …   └─ after `lifetime`: waits again
 */
export class LargeTotals {
  readonly #totals = new LRUCache<string, Total>({ max: 2000 })
  readonly #waiting = new Map<string, () => Promise<number>>()
  #isCounting = false

  /** `estimate` resolves to undefined when the total is better counted at once. */
  get(key: string, estimate: () => Promise<number | undefined>, count: () => Promise<number>): Promise<number> {
    const found = this.#totals.get(key)
    if (found) {
      if (found.renewAfter <= performance.now()) this.#want(key, count)
      return found.value
    }
    const total: Total = { value: this.#first(estimate, count, () => (total.renewAfter = 0)), renewAfter: Infinity }
    this.#totals.set(key, total)
    total.value.then(
      () => {
        if (total.renewAfter === 0) this.#want(key, count)
        else total.renewAfter = performance.now() + lifetime
      },
      () => this.#totals.delete(key),
    )
    return total.value
  }

  async #first(
    estimate: () => Promise<number | undefined>,
    count: () => Promise<number>,
    estimated: () => void,
  ): Promise<number> {
    const value = await estimate()
    if (value === undefined) return count()
    estimated()
    return value
  }

  #want(key: string, count: () => Promise<number>): void {
    this.#waiting.set(key, count)
    if (this.#waiting.size > mostWaiting) this.#waiting.delete(this.#waiting.keys().next().value!)
    if (!this.#isCounting) void this.#countNext()
  }

  async #countNext(): Promise<void> {
    const [key, count] = this.#waiting.entries().next().value ?? []
    this.#isCounting = key !== undefined
    if (key === undefined || count === undefined) return
    const started = performance.now()
    try {
      const value = await count()
      this.#totals.set(key, { value: Promise.resolve(value), renewAfter: performance.now() + lifetime })
    } catch {
      // What was known stays, and whoever asks wants it again.
    }
    this.#waiting.delete(key)
    const took = performance.now() - started
    setTimeout(() => void this.#countNext(), Math.min(took * pause, longestPause)).unref()
  }
}
