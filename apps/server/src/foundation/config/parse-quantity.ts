const millisecondsPerUnit: Record<string, number> = {
  ms: 1,
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
}

const bytesPerUnit: Record<string, number> = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3, tb: 1024 ** 4 }

const plainNumber = /^-?\d+(\.\d+)?$/

/** `1 hour`, `1 day 12 hours`, `250 ms`, or a number of ms → ms; `undefined` when it is none of these (spec 02 §7). */
export function parseDuration(value: unknown): number | undefined {
  return parseQuantity(value, (unit) => millisecondsPerUnit[unit] ?? millisecondsPerUnit[unit.replace(/s$/, '')])
}

/** `5GB 200MB`, `512 KB`, or a number of bytes → bytes, units being powers of 1024 (spec 02 §7). */
export function parseBytes(value: unknown): number | undefined {
  return parseQuantity(value, (unit) => bytesPerUnit[unit])
}

function parseQuantity(value: unknown, sizeOf: (unit: string) => number | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string') return undefined
  const text = value.trim().toLowerCase()
  if (plainNumber.test(text)) return Number(text)
  if (!/^(\d+(\.\d+)?\s*[a-z]+[\s,]*)+$/.test(text)) return undefined
  let sum = 0
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/g)) {
    const size = sizeOf(unit!)
    if (size === undefined) return undefined
    sum += Number(amount) * size
  }
  return Math.round(sum)
}
