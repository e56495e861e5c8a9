/** ms between two writes */
const interval = 1000

export interface ProgressWriter {
  report(percent: number): void
  /** After it nothing is written any more. */
  end(): Promise<void>
}

/** Writes whole percents at most once a second, never two at a time; a failed write is no reason to stop encoding. */
export function createProgressWriter(write: (percent: number) => Promise<void>): ProgressWriter {
  let last = 0
  let lastAt = 0
  let writing: Promise<void> | undefined
  let ended = false
  return {
    report(value) {
      const percent = Math.min(99, Math.max(0, Math.round(value)))
      const now = performance.now()
      if (ended || writing || percent === last || now - lastAt < interval) return
      last = percent
      lastAt = now
      writing = write(percent)
        .catch(() => {})
        .finally(() => (writing = undefined))
    },
    async end() {
      ended = true
      await writing
    },
  }
}
