const kilo = 1024
const smallest = 256 * kilo
const largest = 64 * kilo * kilo
/** Seconds that one chunk should take: rarely enough to be cheap, often enough to lose little. */
const aim = 4

/** Adapts the size of the next chunk to how long the last one took. */
export class ChunkSize {
  #bytes = 4 * kilo * kilo
  #limit: number

  /** `limit`: what the server allows at once, 0 = anything. */
  constructor(limit = 0) {
    this.#limit = limit > 0 ? limit : largest
  }

  get bytes(): number {
    return Math.max(1, Math.min(this.#bytes, this.#limit))
  }

  sent(bytes: number, seconds: number): void {
    if (bytes < this.bytes) return
    const ideal = (bytes / Math.max(seconds, 0.05)) * aim
    this.#bytes = clamp(Math.min(ideal, this.#bytes * 2))
  }

  /** After a lost connection. */
  lost(): void {
    this.#bytes = clamp(this.#bytes / 2)
  }

  /** A proxy refused this size (413); false when it cannot be smaller. */
  refused(bytes: number): boolean {
    if (bytes <= smallest) return false
    this.#limit = Math.max(smallest, Math.floor(bytes / 2))
    return true
  }
}

const clamp = (bytes: number): number => Math.round(Math.min(largest, Math.max(smallest, bytes)))
