import { loadMessages } from '#lib/i18n/locales.ts'
import { stepOf } from '#lib/wizard/wizard-steps.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ parent, url }) => {
  const { locale } = await parent()
  await loadMessages(locale, 'late', 'admin', 'settings')
  return { step: stepOf(url.searchParams.get('step')) }
}
