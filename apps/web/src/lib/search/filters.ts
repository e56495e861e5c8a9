import { searchWords } from './search-words.ts'

/** What narrows a list of videos; the names are those of the API and of the address (spec 03 §1.2, §21; spec 09 §2.1). */
export interface Filters {
  categoryOneOf: number[]
  licenceOneOf: number[]
  languageOneOf: string[]
  tagsOneOf: string[]
  tagsAllOf: string[]
  nsfw?: 'true' | 'false' | 'both'
  isLive?: boolean
  /** ISO dates. */
  startDate?: string
  endDate?: string
  originallyPublishedStartDate?: string
  originallyPublishedEndDate?: string
  /** Seconds. */
  durationMin?: number
  durationMax?: number
  host?: string
  /** Lists only: words of the title. What a search looks for is no filter. */
  search?: string
  /** Lists only, for moderators: whatever its privacy and state. */
  allVideos?: boolean
}

export type FilterName = keyof Filters

/** Seconds, bounds included. */
export const durations = {
  short: { durationMax: 4 * 60 },
  medium: { durationMin: 4 * 60, durationMax: 10 * 60 },
  long: { durationMin: 10 * 60 },
} as const satisfies Record<string, Pick<Filters, 'durationMin' | 'durationMax'>>
export type DurationName = keyof typeof durations

const dates = ['startDate', 'endDate', 'originallyPublishedStartDate', 'originallyPublishedEndDate'] as const

/** What the address asks for; what the API would refuse is left out. */
export function readFilters(search: URLSearchParams): Filters {
  const filters: Filters = {
    categoryOneOf: numbers(search, 'categoryOneOf'),
    licenceOneOf: numbers(search, 'licenceOneOf'),
    languageOneOf: words(search, 'languageOneOf').filter((code) => /^[\w-]{1,10}$/.test(code)),
    tagsOneOf: words(search, 'tagsOneOf'),
    tagsAllOf: words(search, 'tagsAllOf'),
  }
  const nsfw = search.get('nsfw')
  if (nsfw === 'true' || nsfw === 'false' || nsfw === 'both') filters.nsfw = nsfw
  // `live` is what PeerTube's pages call it.
  const live = search.get('isLive') ?? search.get('live')
  if (live === 'true' || live === 'false') filters.isLive = live === 'true'
  for (const name of dates) {
    const date = readDate(search.get(name), name)
    const year = date.getUTCFullYear()
    if (year >= 1 && year <= 9999) filters[name] = date.toISOString()
  }
  // What a form without script sends.
  const duration = search.get('duration')
  if (duration && Object.hasOwn(durations, duration)) Object.assign(filters, durations[duration as DurationName])
  for (const name of ['durationMin', 'durationMax'] as const) {
    const [seconds] = numbers(search, name)
    if (seconds !== undefined) filters[name] = seconds
  }
  const host = search.get('host')?.trim().toLowerCase()
  if (host && /^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:\d{1,5})?$/.test(host)) filters.host = host
  return filters
}

/** Filters of a list, whose words are one of them. */
export function readListFilters(search: URLSearchParams): Filters {
  const filters = readFilters(search)
  const said = searchWords(search)
  if (said) filters.search = said
  if (search.get('allVideos') === 'true') filters.allVideos = true
  return filters
}

/** A year alone is all of it. */
function readDate(text: string | null, name: (typeof dates)[number]): Date {
  const year = /^\d{4}$/.exec(text?.trim() ?? '')?.[0]
  return new Date(year && /[eE]ndDate$/.test(name) ? `${year}-12-31T23:59:59.999Z` : text || Number.NaN)
}

/** As parameters of an address or of the API: what does not narrow is absent. */
export function writeFilters(filters: Filters): Partial<Filters> {
  return Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  )
}

export interface Narrowing {
  name: FilterName | 'duration'
  value: string
}

/** One entry for each filter that can be taken away by itself. */
export function listNarrowings(filters: Filters): Narrowing[] {
  const { durationMin, durationMax, ...others } = writeFilters(filters)
  const found: Narrowing[] = Object.entries(others).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => ({ name: name as FilterName, value: String(one) })),
  )
  if (durationMin !== undefined || durationMax !== undefined) {
    found.push({ name: 'duration', value: durationName(filters) ?? '' })
  }
  return found
}

export function durationName({ durationMin, durationMax }: Filters): DurationName | undefined {
  return (Object.keys(durations) as DurationName[]).find((name) => {
    const bounds: Pick<Filters, 'durationMin' | 'durationMax'> = durations[name]
    return bounds.durationMin === durationMin && bounds.durationMax === durationMax
  })
}

/** The parameters of an address without one filter, from the first page on. */
export function withoutNarrowing(search: { toString(): string }, { name, value }: Narrowing): URLSearchParams {
  const rest = new URLSearchParams(search.toString())
  rest.delete('page')
  if (name === 'duration') for (const part of ['duration', 'durationMin', 'durationMax']) rest.delete(part)
  else if (name === 'isLive') for (const part of ['isLive', 'live']) rest.delete(part)
  else if (name.endsWith('Of')) {
    const kept = words(rest, name).filter((one) => one !== value)
    rest.delete(name)
    for (const one of kept) rest.append(name, one)
  } else rest.delete(name)
  return rest
}

/** What a form says, as parameters of an address: without what was left empty. */
export function tidyForm(form: FormData): URLSearchParams {
  const search = new URLSearchParams()
  for (const [name, value] of form) {
    const text = typeof value === 'string' ? value.trim() : ''
    if (!text) continue
    if (name === 'duration' && Object.hasOwn(durations, text)) {
      for (const [bound, seconds] of Object.entries(durations[text as DurationName])) search.set(bound, String(seconds))
    } else if (name === 'tagsOneOf' || name === 'tagsAllOf') {
      for (const tag of split(text)) search.append(name, tag)
    } else search.append(name, text)
  }
  return search
}

/** Midnight (UTC) so many days ago, so that an address of today is that of everybody. */
export function daysAgo(days: number, now = Date.now()): string {
  const day = 24 * 3600 * 1000
  return new Date((Math.floor(now / day) - days) * day).toISOString()
}

function split(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word && !/\p{Cc}/u.test(word))
}

const words = (search: URLSearchParams, name: string): string[] =>
  [...new Set(search.getAll(name).flatMap(split))].map((word) => word.slice(0, 100)).slice(0, 20)

const numbers = (search: URLSearchParams, name: string): number[] =>
  words(search, name)
    .filter((word) => /^\d{1,9}$/.test(word))
    .map(Number)
