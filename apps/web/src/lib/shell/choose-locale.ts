/** Makes it the language of this browser (spec 09 §12); in force on the next page that is loaded. */
export function rememberLocale(locale: string): void {
  const secure = location.protocol === 'https:' ? '; Secure; SameSite=None' : '; SameSite=Lax'
  document.cookie = `clientLanguage=${locale}; Path=/; Max-Age=${90 * 24 * 3600}${secure}`
}
