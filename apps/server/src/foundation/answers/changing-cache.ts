import { LRUCache } from 'lru-cache'

interface Entry<V> {
  value: V
  generation: number
  /** Unless the data changes. */
  freshUntil: number
  /** Even when the data changed. */
  keptUntil: number
  /** It took long: afterwards it is still answered while a new one is computed. */
  outlives: boolean
}

/** Where slow values are kept: one that took long (ms) to compute is, changes or not, for so many times that long: … */
const longComputation = 100
/** … thus a huge list that changes all the time never takes more than a tenth of a processor, and nobody waits for it. */
const keptFor = 10
/** ms that a value that took long is answered after its time, while a new one is computed. */
const staleFor = 600_000

/**
 * A bounded cache of values computed from data that tells when it changes. Equal questions at one time are computed
 * once. A value counts until its time is over or the data changed, whichever is first; when the change came while it
 * was computed, the asker gets it but nobody else:
 *
 *     ask ── compute ──────── store(generation 7) ── hit ── hit ── [changed: generation 8] ── compute …
 *     ask ──┘ (shared)
 *
 * Where slow values are kept, only the first asker waits for one that takes long; it is renewed beside the answers.
 */
export class ChangingCache<V extends {}> {
  #entries: LRUCache<string, Entry<V>>
  #running = new Map<string, { generation: number; value: Promise<V> }>()
  #generation = 0
  readonly #keepsSlow: (value: V) => boolean

  /**
   * `maxSize`: sum of `sizeOf` over all values. `keepsSlow`: which values outlive changes when they took long; none that
   * tells who may see what, and none that takes long only because the machine is busy.
   */
  constructor(options: { maxSize: number; sizeOf: (value: V) => number; keepsSlow?: (value: V) => boolean }) {
    this.#keepsSlow = options.keepsSlow ?? (() => false)
    this.#entries = new LRUCache({
      maxSize: options.maxSize,
      maxEntrySize: options.maxSize / 4,
      // What is too old leaves the memory at once, not when its place is needed.
      ttlAutopurge: true,
      ttl: 1,
      sizeCalculation: (entry, key) => options.sizeOf(entry.value) + key.length + 64,
    })
  }

  /** Something changed: nothing that is stored or being computed counts any more. */
  changed(): void {
    this.#generation++
  }

  /** `lifetime` in ms. */
  get(key: string, lifetime: number, compute: () => Promise<V>): V | Promise<V> {
    const found = this.#entries.get(key)
    const now = performance.now()
    if (found && this.#counts(found, now)) return found.value
    const running = this.#running.get(key)
    if (found?.outlives) {
      // A failure shows when the old value is gone and somebody waits for a new one.
      if (!running) void this.#compute(key, lifetime, compute).catch(() => {})
      return found.value
    }
    if (running && running.generation === this.#generation) return running.value
    return this.#compute(key, lifetime, compute)
  }

  #counts({ generation, freshUntil, keptUntil }: Entry<V>, now: number): boolean {
    return keptUntil > now || (generation === this.#generation && freshUntil > now)
  }

  async #compute(key: string, lifetime: number, compute: () => Promise<V>): Promise<V> {
    const generation = this.#generation
    const started = performance.now()
    const promise = compute()
    this.#running.set(key, { generation, value: promise })
    try {
      const value = await promise
      const now = performance.now()
      const took = now - started
      const outlives = took > longComputation && this.#keepsSlow(value)
      const keptUntil = outlives ? now + took * keptFor : now
      const entry = { value, generation, freshUntil: now + lifetime, keptUntil, outlives }
      this.#entries.set(key, entry, { ttl: Math.ceil(outlives ? lifetime + staleFor : lifetime) })
      return value
    } finally {
      if (this.#running.get(key)?.value === promise) this.#running.delete(key)
    }
  }
}
