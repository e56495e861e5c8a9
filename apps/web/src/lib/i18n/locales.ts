import type { CoreMessages, Messages, LateMessages } from './i18n.ts'

/** Locales with a catalogue, the first one is the fallback. Adding one: a file in `locales/` and a line here. */
const catalogues: Record<string, { core: () => Promise<CoreMessages>; late: () => Promise<LateMessages> }> = {
  en: {
    core: () => import('./locales/en.ts').then((module) => module.en),
    late: () => import('./locales/en.late.ts').then((module) => module.en),
  },
  fr: {
    core: () => import('./locales/fr.ts').then((module) => module.fr),
    late: () => import('./locales/fr.late.ts').then((module) => module.fr),
  },
}

/** Catalogues that were read, by locale: they never change. */
const read = new Map<string, Messages>()

export const locales = Object.keys(catalogues)
export const localeNames: Record<string, string> = { en: 'English', fr: 'Français' }

export async function loadMessages(locale: string): Promise<Messages> {
  const known = read.get(locale)
  if (known) return known
  const messages: Messages = { core: await (catalogues[locale] ?? catalogues['en']!).core() }
  read.set(locale, messages)
  return messages
}

/** Adds what is not said at the first paint. */
export async function loadLateMessages(locale: string): Promise<void> {
  const messages = await loadMessages(locale)
  messages.late ??= await (catalogues[locale] ?? catalogues['en']!).late()
}

/** The nearest locale with a catalogue: `fr-CA` → `fr`; undefined when there is none. */
export function matchLocale(wanted: string): string | undefined {
  const lower = wanted.toLowerCase()
  return locales.find((locale) => locale === lower) ?? locales.find((locale) => locale === lower.split('-')[0])
}

/** Cookie, else `Accept-Language`, else the instance's language, else English (spec 09 §12). */
export function chooseLocale(cookie: string | undefined, accept: string | null, instance?: string): string {
  const fromCookie = cookie && matchLocale(cookie)
  if (fromCookie) return fromCookie
  const wanted = (accept ?? '')
    .split(',')
    .map((item) => {
      const [tag = '', ...rest] = item.trim().split(';')
      const quality = rest.map((part) => /^\s*q=([\d.]+)$/.exec(part)?.[1]).find((q) => q !== undefined)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ tag, quality }) => tag && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  for (const { tag } of wanted) {
    const locale = matchLocale(tag)
    if (locale) return locale
  }
  return (instance && matchLocale(instance)) || 'en'
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr'
