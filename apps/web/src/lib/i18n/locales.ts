import type { GroupMessages, MessageGroup, Messages } from './i18n.ts'

type Catalogue = { [Group in MessageGroup]: () => Promise<{ messages: GroupMessages<Group> }> }

/** Locales with a catalogue, the first one is the fallback. Adding one: files in `locales/` and lines here. */
export const catalogues: Record<string, Catalogue> = {
  en: {
    core: () => import('./locales/en.ts'),
    late: () => import('./locales/en.late.ts'),
    browse: () => import('./locales/en.browse.ts'),
    about: () => import('./locales/en.about.ts'),
    table: () => import('./locales/en.table.ts'),
    labels: () => import('./locales/en.labels.ts'),
    account: () => import('./locales/en.account.ts'),
    creator: () => import('./locales/en.creator.ts'),
    admin: () => import('./locales/en.admin.ts'),
    settings: () => import('./locales/en.settings.ts'),
    social: () => import('./locales/en.social.ts'),
    library: () => import('./locales/en.library.ts'),
    moderation: () => import('./locales/en.moderation.ts'),
  },
  fr: {
    core: () => import('./locales/fr.ts'),
    late: () => import('./locales/fr.late.ts'),
    browse: () => import('./locales/fr.browse.ts'),
    about: () => import('./locales/fr.about.ts'),
    table: () => import('./locales/fr.table.ts'),
    labels: () => import('./locales/fr.labels.ts'),
    account: () => import('./locales/fr.account.ts'),
    creator: () => import('./locales/fr.creator.ts'),
    admin: () => import('./locales/fr.admin.ts'),
    settings: () => import('./locales/fr.settings.ts'),
    social: () => import('./locales/fr.social.ts'),
    library: () => import('./locales/fr.library.ts'),
    moderation: () => import('./locales/fr.moderation.ts'),
  },
}

/** What was read, by locale: it only grows. */
const read: Record<string, Messages> = {}

export const locales = Object.keys(catalogues)
export const localeNames: Record<string, string> = { en: 'English', fr: 'Français' }

/** The locale's messages, with at least these groups: `core`, and what is not said at the first paint of every page. */
export async function loadMessages(locale: string, ...groups: MessageGroup[]): Promise<Messages> {
  const messages = (read[locale] ??= {})
  const catalogue = catalogues[locale] ?? catalogues['en']!
  await Promise.all(groups.map(async (group) => Object.assign(messages, (await catalogue[group]()).messages)))
  return messages
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
