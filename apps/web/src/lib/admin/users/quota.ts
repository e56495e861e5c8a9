/** Sizes as people write them: a number and a unit. */
export const quotaUnits = ['MB', 'GB', 'TB', 'MiB', 'GiB', 'TiB'] as const
export type QuotaUnit = (typeof quotaUnits)[number]

const bytesOf: Record<QuotaUnit, number> = {
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
}

export interface Amount {
  amount: number
  unit: QuotaUnit
}

/** The unit in which the size is the shortest number, so that nothing is rounded. */
export function toAmount(bytes: number): Amount {
  const said = quotaUnits.map((unit) => ({ amount: bytes / bytesOf[unit], unit }))
  const whole = said.filter(({ amount }) => amount >= 1 && Number.isInteger(amount))
  const candidates = whole.length ? whole : said.filter(({ amount }) => amount >= 1)
  if (candidates.length === 0) return { amount: bytes / bytesOf.MB, unit: 'MB' }
  return candidates.reduce((best, one) => (String(one.amount).length < String(best.amount).length ? one : best))
}

/** Whole bytes; NaN for what is no size. */
export function toBytes(amount: number | null, unit: QuotaUnit): number {
  if (amount === null || !Number.isFinite(amount) || amount < 0) return NaN
  return Math.round(amount * bytesOf[unit])
}
