/** Ticks from 0 to a round number at or above `most`: `niceTicks(83)` → 0, 50, 100. */
export function niceTicks(most: number, whole = true): number[] {
  if (!(most > 0)) return [0, 1]
  const power = 10 ** Math.floor(Math.log10(most))
  const top = ([1, 2, 2.5, 5, 10].find((step) => step * power >= most) ?? 10) * power
  const end = whole ? Math.max(1, Math.ceil(top)) : top
  const half = end / 2
  return whole && !Number.isInteger(half) ? [0, end] : [0, half, end]
}

/** Highest value of a scale of times, in seconds: a round number of seconds, minutes or hours. */
export function niceTimeTop(most: number): number {
  const unit = most > 7200 ? 3600 : most > 120 ? 60 : 1
  return (niceTicks(most / unit).at(-1) ?? 1) * unit
}

/** Path of a line through values that stand at equal distances, in a box of `width` × `height`; 0 is below. */
export function linePath(values: readonly number[], top: number, width: number, height: number): string {
  const step = values.length > 1 ? width / (values.length - 1) : 0
  const points = values.length === 1 ? [values[0]!, values[0]!] : values
  const at = (index: number) => (values.length === 1 ? index * width : index * step)
  const round = (value: number) => Math.round(value * 100) / 100
  return points
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${round(at(index))} ${round(height - (value / top) * height)}`)
    .join('')
}
