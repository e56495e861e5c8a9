import { getContext, setContext } from 'svelte'
import type { messages as about } from './locales/en.about.ts'
import type { messages as account } from './locales/en.account.ts'
import type { messages as admin } from './locales/en.admin.ts'
import type { messages as browse } from './locales/en.browse.ts'
import type { messages as core } from './locales/en.ts'
import type { messages as creator } from './locales/en.creator.ts'
import type { messages as labels } from './locales/en.labels.ts'
import type { messages as late } from './locales/en.late.ts'
import type { messages as library } from './locales/en.library.ts'
import type { messages as moderation } from './locales/en.moderation.ts'
import type { messages as settings } from './locales/en.settings.ts'
import type { messages as social } from './locales/en.social.ts'
import type { messages as table } from './locales/en.table.ts'

/** Groups of messages, each a file per locale: `core` comes with the first paint, a page asks for the others it needs. */
interface Groups {
  core: typeof core
  late: typeof late
  browse: typeof browse
  about: typeof about
  table: typeof table
  labels: typeof labels
  account: typeof account
  creator: typeof creator
  admin: typeof admin
  settings: typeof settings
  social: typeof social
  library: typeof library
  moderation: typeof moderation
}
export type MessageGroup = keyof Groups
export type MessageKey = { [Group in MessageGroup]: keyof Groups[Group] }[MessageGroup]
/** Plural forms by `Intl.PluralRules` category; `other` is always there. */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>
/** What a locale says for one group. */
export type GroupMessages<Group extends MessageGroup> = Record<keyof Groups[Group], string | Plural>
/** What was loaded of a locale so far. */
export type Messages = Partial<Record<MessageKey, string | Plural>>
type Values = Record<string, string | number>

export interface I18n {
  locale: string
  /** `{name}` is replaced; numbers are formatted; `count` chooses the plural form. */
  t: (key: MessageKey, values?: Values) => string
  number: (value: number) => string
  /** 12 345 → `12K`. */
  compact: (value: number) => string
  percent: (value: number) => string
  bytes: (value: number) => string
  date: (iso: string, style?: 'long' | 'short') => string
  /** `3 days ago`; `now` is for tests. */
  ago: (iso: string, now?: number) => string
  /** Seconds as `2 min 5 s`, for progress and for reading aloud. */
  span: (seconds: number) => string
}

const known = new Map<string, I18n>()

/** The same for everybody who reads this language: making `Intl` formatters is what costs. */
export function i18nOf(locale: string, messages: Messages): I18n {
  let i18n = known.get(locale)
  if (!i18n) known.set(locale, (i18n = createI18n(locale, messages)))
  return i18n
}

export function createI18n(locale: string, messages: Messages): I18n {
  const plural = once(() => new Intl.PluralRules(locale))
  const numbers = once(() => new Intl.NumberFormat(locale))
  const compact = once(() => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }))
  const percent = once(() => new Intl.NumberFormat(locale, { style: 'percent' }))
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const dates = {
    long: once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })),
    short: once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })),
  }
  const units = new Map<string, Intl.NumberFormat>()
  const unit = (value: number, name: string, digits = 0): string => {
    const key = `${name} ${digits}`
    let format = units.get(key)
    if (!format) {
      format = new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: name,
        unitDisplay: 'short',
        maximumFractionDigits: digits,
      })
      units.set(key, format)
    }
    return format.format(value)
  }

  function t(key: MessageKey, values: Values = {}): string {
    const message = messages[key]
    if (message === undefined) return key
    const count = values['count']
    const text = typeof message === 'string' ? message : (message[plural().select(Number(count ?? 0))] ?? message.other)
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name]
      if (value === undefined) return whole
      return typeof value === 'number' ? numbers().format(value) : value
    })
  }

  return {
    locale,
    t,
    number: (value) => numbers().format(value),
    compact: (value) => compact().format(value),
    percent: (value) => percent().format(value),
    bytes: (value) => {
      const names = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']
      const power = Math.min(names.length - 1, value < 1 ? 0 : Math.floor(Math.log10(value) / 3))
      return unit(value / 1000 ** power, names[power] ?? 'byte', power > 1 ? 1 : 0)
    },
    date: (iso, style = 'long') => dates[style]().format(new Date(iso)),
    ago: (iso, now = Date.now()) => {
      const seconds = (new Date(iso).getTime() - now) / 1000
      const steps: Array<[Intl.RelativeTimeFormatUnit, number]> = [
        ['year', 31_557_600],
        ['month', 2_629_800],
        ['week', 604_800],
        ['day', 86_400],
        ['hour', 3600],
        ['minute', 60],
      ]
      for (const [name, size] of steps) {
        if (Math.abs(seconds) >= size) return relative().format(Math.trunc(seconds / size), name)
      }
      return t('time.justNow')
    },
    span: (seconds) => {
      const whole = Math.max(0, Math.round(seconds))
      const parts: Array<[number, string]> = [
        [Math.floor(whole / 3600), 'hour'],
        [Math.floor(whole / 60) % 60, 'minute'],
        [whole % 60, 'second'],
      ]
      const shown = parts.filter(([value]) => value > 0).slice(0, 2)
      return shown.length ? shown.map(([value, name]) => unit(value, name)).join(' ') : unit(0, 'second')
    },
  }
}

/** Made at its first use: each takes milliseconds, and a page needs few of them. */
function once<Formatter>(make: () => Formatter): () => Formatter {
  let made: Formatter | undefined
  return () => (made ??= make())
}

const key = Symbol('i18n')
export const provideI18n = (i18n: I18n): I18n => setContext(key, i18n)
export const useI18n = (): I18n => getContext<I18n>(key)
