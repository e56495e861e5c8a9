import type { Writable } from 'node:stream'

/** Characters after which the lines are written at once. */
const largestBatch = 16 * 1024

/** ms that a line waits for others. */
const longestWait = 100

/**
 * Joins lines before they are written: one buffer and one write for many of them, where a busy server has thousands a
 * second.
 *
 *   line ─▶ line ─▶ … ── 100 ms after the first, or 16 kB ──▶ one write
 */
export class BatchedLines {
  readonly #target: Writable
  #waiting = ''
  #timer: NodeJS.Timeout | undefined

  constructor(target: Writable) {
    this.#target = target
  }

  write(line: string): void {
    this.#waiting += line
    if (this.#waiting.length >= largestBatch) this.flush()
    else this.#timer ??= setTimeout(() => this.flush(), longestWait).unref()
  }

  flush(): void {
    void this.written()
  }

  /** Resolves when what was given until now is written; also when it could not be. */
  async written(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#waiting === '') return
    const lines = this.#waiting
    this.#waiting = ''
    await new Promise<void>((resolve) => this.#target.write(lines, () => resolve()))
  }

  /** Resolves when everything is written. */
  end(): Promise<void> {
    this.flush()
    return new Promise((resolve) => this.#target.end(() => resolve()))
  }
}
