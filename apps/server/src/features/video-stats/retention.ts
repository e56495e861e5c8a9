/** Seconds between two points of the curve (spec 03 §8). */
export function retentionStep(duration: number): number {
  return Math.max(Math.round(duration / 100), 1)
}

/** Moments of the curve where the number of watchers changes, by how much. */
export type RetentionChange = { index: number; change: number }

/** Share of all viewers who watched each point. */
export function toRetention(
  duration: number,
  { viewers, changes }: { viewers: number; changes: readonly RetentionChange[] },
): { second: number; retentionPercent: number }[] {
  const step = retentionStep(duration)
  const byIndex = new Map(changes.map(({ index, change }) => [index, change]))
  let watching = 0
  return Array.from({ length: Math.floor(duration / step) + 1 }, (_, index) => {
    watching += byIndex.get(index) ?? 0
    return { second: index * step, retentionPercent: (100 * watching) / Math.max(viewers, 1) }
  })
}
