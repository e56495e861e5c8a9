/** Days that can be chosen; 0 = since the beginning. */
export const periods = [7, 30, 90, 365, 0] as const

/** What is asked for, from the address; everything where it says nothing that is known. */
export function readPeriod(text: string | null): number {
  return periods.find((days) => String(days) === text) ?? 0
}

/** Dates of a period that ends now, as the API takes them; none since the beginning. `now` in ms. */
export function datesOf(days: number, now = Date.now()): { startDate?: string; endDate?: string } {
  if (days === 0) return {}
  const start = new Date(now - days * 86_400_000)
  return { startDate: start.toISOString(), endDate: new Date(now).toISOString() }
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
