import { loadMessages } from '#lib/i18n/locales.ts'
import type { LayoutLoad } from './$types'

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent()
  await loadMessages(locale, 'late', 'admin', 'settings')
}
