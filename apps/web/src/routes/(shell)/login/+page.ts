import { loadServerRules } from '#lib/account/server-rules.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ url, parent, fetch }) => {
  const { locale } = await parent()
  const [rules] = await Promise.all([loadServerRules(fetch), loadMessages(locale, 'late', 'account')])
  const next = url.searchParams.get('next') ?? '/'
  // Only addresses of this site.
  return { rules, next: /^\/(?![/\\])/.test(next) ? next : '/' }
}
