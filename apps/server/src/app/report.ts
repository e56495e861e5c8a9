/** What the start tells: one line a step, with its duration. */
export interface Report {
  line(text: string): void
  step<T>(run: () => Promise<T>, describe: (result: T) => string): Promise<T>
}

export function createReport(print: (line: string) => void): Report {
  return {
    line: print,
    async step(run, describe) {
      const started = performance.now()
      const result = await run()
      print(`✓ ${describe(result)} (${formatDuration(performance.now() - started)})`)
      return result
    },
  }
}

/** `85 ms`, `12.3 s` */
export function formatDuration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}
