import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ parent }) => {
  const { locale } = await parent()
  await loadMessages(locale, 'late', 'creator')
}
