import type { Origin } from '#foundation/origin.ts'

/** Seconds: 90 days. */
const lifetime = 90 * 24 * 3600

/**
 * `Set-Cookie` of the language, also for pages inside those of other sites. Browsers refuse secure cookies from plain
 * HTTP, where it is for this site alone.
 */
export function languageCookie(language: string | null, { https }: Pick<Origin, 'https'>): string {
  const scope = https ? 'Secure; SameSite=None' : 'SameSite=Lax'
  return `clientLanguage=${language ?? ''}; Max-Age=${language === null ? 0 : lifetime}; Path=/; ${scope}`
}
