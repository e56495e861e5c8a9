/** Days that can be chosen; 0 = since the beginning. */
export const periods = [7, 30, 90, 365, 0] as const

/** Days between the first and the last one that the API takes at once (spec 03 §8). */
const longest = 3650
const day = 86_400_000

/** As the API takes them; none since the beginning. */
export interface Dates {
  startDate?: string
  endDate?: string
}

export type DayProblem = 'missing' | 'future' | 'order' | 'long'

/** First and last day as the inputs write them: `2026-01-31`, by UTC, as the API's days are. */
export interface Days {
  startDay: string
  endDay: string
}

/** What is looked at. */
export interface Period {
  /** Days until now, or `own`. */
  length: number | 'own'
  /** What was chosen or written in the address, also when it is wrong; else empty. */
  days: Days
  dates: Dates
  /** A stretch of a chart within it, which is what is asked for. */
  stretch?: Required<Dates>
}

/** What is asked for, from the address; everything where it says nothing that can be. `now` in ms. */
export function readPeriod(query: Pick<URLSearchParams, 'get'>, now = Date.now()): Period {
  const days = { startDay: query.get('startDate') ?? '', endDay: query.get('endDate') ?? '' }
  const own = days.startDay !== '' || days.endDay !== ''
  const known = periods.find((length) => String(length) === query.get('period')) ?? 0
  const dates = own ? datesOfDays(days, now) : datesOf(known, now)
  const stretch = readStretch(query, now)
  return { length: own ? 'own' : known, days, dates, ...(stretch ? { stretch } : {}) }
}

/** Dates of so many days until now. */
export function datesOf(length: number, now = Date.now()): Dates {
  if (length === 0) return {}
  return { startDate: new Date(now - length * day).toISOString(), endDate: new Date(now).toISOString() }
}

/** From the beginning of the first day to the end of the last one, or to now; none if they cannot be. */
function datesOfDays(days: Days, now: number): Dates {
  if (Object.keys(problemsOfDays(days, now)).length > 0) return {}
  const end = Math.min(Date.parse(days.endDay) + day - 1, now)
  return { startDate: new Date(days.startDay).toISOString(), endDate: new Date(end).toISOString() }
}

export function problemsOfDays({ startDay, endDay }: Days, now = Date.now()): Partial<Record<keyof Days, DayProblem>> {
  const [start, end] = [momentOf(startDay), momentOf(endDay)]
  const problemOf = (moment: number | undefined): DayProblem | undefined =>
    moment === undefined ? 'missing' : moment > now ? 'future' : undefined
  const [startDayProblem, endDayProblem] = [problemOf(start), problemOf(end) ?? spanProblem(start, end)]
  return {
    ...(startDayProblem ? { startDay: startDayProblem } : {}),
    ...(endDayProblem ? { endDay: endDayProblem } : {}),
  }
}

function spanProblem(start: number | undefined, end: number | undefined): DayProblem | undefined {
  if (start === undefined || end === undefined) return undefined
  if (end < start) return 'order'
  return end + day - start > longest * day ? 'long' : undefined
}

/** Of a day that exists; `Date` alone would take the 31st of February. */
function momentOf(text: string): number | undefined {
  const moment = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== text ? undefined : moment
}

function readStretch(query: Pick<URLSearchParams, 'get'>, now: number): Required<Dates> | undefined {
  const [from, to] = [Date.parse(query.get('from') ?? ''), Date.parse(query.get('to') ?? '')]
  if (!(from < to && from < now && to - from <= longest * day)) return undefined
  return { startDate: new Date(from).toISOString(), endDate: new Date(to).toISOString() }
}

/** The part of the address that says it. */
export function periodQuery({ length, days, stretch }: Omit<Period, 'dates'>): string {
  const query = new URLSearchParams()
  if (length === 'own') {
    query.set('startDate', days.startDay)
    query.set('endDate', days.endDay)
  } else if (length !== 0) query.set('period', String(length))
  if (stretch) {
    query.set('from', stretch.startDate)
    query.set('to', stretch.endDate)
  }
  const text = query.toString()
  return text && `?${text}`
}

/**
 * The time that points `from` to `to` of a chart stand for: to the instant before the next one. Undefined when that is
 * all of it, or no time at all. `end` of the whole, ISO.
 */
export function stretchOf(
  points: ReadonlyArray<{ date: string }>,
  from: number,
  to: number,
  end: string,
): Required<Dates> | undefined {
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const start = points[first]?.date
  if (start === undefined || (first === 0 && last >= points.length - 1)) return undefined
  const next = points[last + 1]?.date
  const until = next === undefined ? Date.parse(end) : Date.parse(next) - 1
  if (!(until > Date.parse(start))) return undefined
  return { startDate: new Date(start).toISOString(), endDate: new Date(until).toISOString() }
}

/** How a moment is said where one point stands for that much time: `1 day`, `10 minutes`. */
export function momentFormat(locale: string, groupInterval: string): Intl.DateTimeFormat {
  const fine = /minute|hour/.test(groupInterval)
  const coarse = /month|year/.test(groupInterval)
  if (fine)
    return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' })
  if (coarse) return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
}

/** How a stretch is said, `Jan 3 – 8, 2026`: by days where it is made of whole ones, else by minutes. */
export function sayDates(locale: string, { startDate, endDate }: Required<Dates>): string {
  const [start, end] = [new Date(startDate), new Date(endDate)]
  const midnight = start.getTime() % day === 0
  const whole = midnight && (end.getTime() + 1) % day === 0
  const format = whole
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return format.formatRange(start, end)
}
