import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ url, parent }) => {
  const { locale } = await parent()
  await loadMessages(locale, 'late')
  const next = url.searchParams.get('next') ?? '/'
  // Only addresses of this site.
  return { next: /^\/(?![/\\])/.test(next) ? next : '/' }
}
