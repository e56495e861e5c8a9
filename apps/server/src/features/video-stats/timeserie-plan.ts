const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const month = 31 * day
const year = 365 * day

/** Longest span of a timeserie, ms (spec 03 §8). */
export const longestSpan = 3650 * day

type Unit = 'month' | 'day' | 'hour' | 'minute'

/** From this span on, the interval between two points, and what the first point is floored to (spec 03 §8). */
const steps: readonly { from: number; interval: string; floor: Unit }[] = [
  { from: 6 * year, interval: '6 months', floor: 'month' },
  { from: 2 * year, interval: '1 month', floor: 'month' },
  { from: 6 * month, interval: '7 days', floor: 'day' },
  { from: 2 * month, interval: '2 days', floor: 'day' },
  { from: 15 * day, interval: '1 day', floor: 'day' },
  { from: 8 * day, interval: '12 hours', floor: 'hour' },
  { from: 4 * day, interval: '6 hours', floor: 'hour' },
  { from: 15 * hour, interval: '1 hour', floor: 'hour' },
  { from: 180 * minute, interval: '10 minutes', floor: 'minute' },
  { from: -Infinity, interval: '1 minute', floor: 'minute' },
]

export interface TimeseriePlan {
  /** As PostgreSQL and the API write it; UTC. */
  interval: string
  /** Of the first bucket. */
  start: Date
  end: Date
}

/** At most some 190 buckets, whatever the span. */
export function planTimeserie(startDate: Date, endDate: Date): TimeseriePlan {
  const span = endDate.getTime() - startDate.getTime()
  const { interval, floor } = steps.find((step) => span >= step.from)!
  return { interval, start: floorTo(startDate, floor), end: endDate }
}

function floorTo(date: Date, unit: Unit): Date {
  const floored = new Date(date)
  floored.setUTCSeconds(0, 0)
  if (unit === 'minute') return floored
  floored.setUTCMinutes(0)
  if (unit === 'hour') return floored
  floored.setUTCHours(0)
  if (unit === 'month') floored.setUTCDate(1)
  return floored
}

/**
 * How many were present in each bucket, from arrivals and departures per bucket (0: before the first). Somebody who
 * leaves in a bucket was present in it.
 *
 *     bucket       1    2    3
 *     arrivals     2    0    1
 *     departures   1    1    1
 *     present      2    1    1
 */
export function presentPerBucket(arrivals: readonly number[], departures: readonly number[]): number[] {
  let here = arrivals[0] ?? 0
  return arrivals.slice(1).map((arrived, index) => {
    here += arrived - (departures[index] ?? 0)
    return here
  })
}
