import { matchLocale } from '#lib/i18n/locales.ts'
import { rememberLocale } from '#lib/shell/choose-locale.ts'
import { themeChoice } from '#lib/shell/theme-choice.svelte.ts'
import { fromAccountTheme } from './account-theme.ts'

interface Preferences {
  theme: string
  language: string | null
}

/** This browser takes over the account's appearance and language; true when pages must be loaded anew for that. */
export function followPreferences({ theme, language }: Preferences, current: string): boolean {
  const chosen = fromAccountTheme(theme)
  // An account that was never asked leaves the choice that was made here.
  if (chosen !== 'system') themeChoice.choose(chosen)
  const locale = language ? matchLocale(language) : undefined
  if (!locale || locale === current) return false
  rememberLocale(locale)
  return true
}
