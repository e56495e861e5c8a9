import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

/** The list is its reader's: the browser asks for it. */
export const load: PageLoad = async ({ parent }) => {
  const { locale } = await parent()
  await loadMessages(locale, 'late', 'library')
}
