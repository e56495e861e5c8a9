import type { MessageKey } from './i18n.ts'
import { loadMessages } from './locales.ts'

/** By locale; others have those that their browser knows. */
const languageNames: Readonly<Record<string, () => Promise<{ languageNames: Readonly<Record<string, string>> }>>> = {
  fr: () => import('./language-names.fr.ts'),
}

type Kind = 'category' | 'licence' | 'language'
/** What a label is called; the label itself where nothing better is known. */
export type NameLabel = (kind: Kind, id: string | number | null, label: string) => string

/** Categories, licences and languages in the language of the page: the API says them in English (spec 03 §1). */
export async function labelNames(locale: string): Promise<NameLabel> {
  if (locale === 'en') return (_kind, _id, label) => label
  const messages = await loadMessages(locale, 'labels')
  const known = (await languageNames[locale]?.())?.languageNames ?? {}
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
  return (kind, id, label) => {
    if (id === null) return label
    if (kind === 'language') return known[id] ?? nameLanguage(languages, String(id)) ?? label
    const said = messages[`${kind}.${id}` as MessageKey]
    return typeof said === 'string' ? said : label
  }
}

/** A whole table, identifier → label. */
export async function nameLabels(
  kind: Kind,
  labels: Readonly<Record<string, string>>,
  locale: string,
): Promise<Record<string, string>> {
  const name = await labelNames(locale)
  return Object.fromEntries(Object.entries(labels).map(([id, label]) => [id, name(kind, id, label)]))
}

function nameLanguage(languages: Intl.DisplayNames, code: string): string | undefined {
  try {
    const name = languages.of(code)
    return name && name[0]!.toLocaleUpperCase() + name.slice(1)
  } catch {
    // Not every code of ours is one of BCP 47.
    return undefined
  }
}
