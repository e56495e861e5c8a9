import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ url, parent }) => {
  const { locale } = await parent()
  await loadMessages(locale, 'late', 'account')
  const { searchParams } = url
  return {
    userId: Number(searchParams.get('userId')) || undefined,
    registrationId: Number(searchParams.get('registrationId')) || undefined,
    verificationString: searchParams.get('verificationString') ?? '',
    isPendingEmail: searchParams.get('isPendingEmail') === 'true',
  }
}
