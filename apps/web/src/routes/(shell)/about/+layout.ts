import { loadAbout } from '#lib/about/load-about.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import type { LayoutLoad } from './$types'

export const load: LayoutLoad = async ({ fetch, parent }) => {
  const { locale } = await parent()
  const [told] = await Promise.all([loadAbout(fetch), loadMessages(locale, 'late', 'about')])
  return told
}
