import type { I18n } from '#lib/i18n/i18n.ts'
import { localeNames } from '#lib/i18n/locales.ts'
import type { ServerSettings } from './server-settings.svelte.ts'
import type { SettingField } from './setting-table.ts'

type Known = Extract<SettingField, { of: string }>['of']
interface Option {
  value: string | number | null
  label: string
}

/** What can be chosen where the server knows it; what is chosen now is always among it. */
export function knownChoices(settings: ServerSettings, of: Known, i18n: I18n, current: unknown): Option[] {
  const options = listKnown(settings, of, i18n)
  const missing = typeof current === 'string' && !options.some(({ value }) => value === current)
  return missing ? [...options, { value: current, label: current }] : options
}

function listKnown(settings: ServerSettings, of: Known, i18n: I18n): Option[] {
  const { public: known, languages, categories, licences } = settings
  const numbered = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([id, label]) => ({ value: Number(id), label }))
  const named = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }))
  switch (of) {
    case 'locales':
      return Object.entries(localeNames).map(([value, label]) => ({ value, label }))
    case 'languages':
      return sorted(
        Object.entries(languages).map(([value, label]) => ({ value, label })),
        i18n,
      )
    case 'categories':
      return sorted(numbered(categories), i18n)
    case 'licences':
      return [{ value: null, label: i18n.t('settings.language.none') }, ...numbered(licences)]
    case 'themes': {
      const installed = [...(known?.theme.builtIn ?? []), ...(known?.theme.registered ?? [])]
      return [{ value: 'default', label: i18n.t('settings.theme.own') }, ...named(installed.map(({ name }) => name))]
    }
    case 'profiles':
      return named(known?.transcoding.availableProfiles ?? [])
    case 'live-profiles':
      return named(known?.live.transcoding.availableProfiles ?? [])
  }
}

function sorted(options: Option[], { locale }: I18n): Option[] {
  return options.toSorted((one, other) => one.label.localeCompare(other.label, locale))
}
