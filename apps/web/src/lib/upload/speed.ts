/** Bytes per second over the last ten seconds. */
export class Speed {
  #samples: Array<{ at: number; bytes: number }> = []

  /** `bytes` in total so far, `at` in ms. */
  add(bytes: number, at: number): void {
    this.#samples.push({ at, bytes })
    while (this.#samples.length > 2 && at - this.#samples[0]!.at > 10_000) this.#samples.shift()
  }

  get perSecond(): number {
    const first = this.#samples[0]
    const last = this.#samples.at(-1)
    if (!first || !last || last.at - first.at < 500) return 0
    return ((last.bytes - first.bytes) / (last.at - first.at)) * 1000
  }

  reset(): void {
    this.#samples = []
  }
}
