import { loadServerRules } from '#lib/account/server-rules.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

/** With a mail's link a new password is chosen, without one the mail is asked for. */
export const load: PageLoad = async ({ url, parent, fetch }) => {
  const { locale } = await parent()
  const [rules] = await Promise.all([loadServerRules(fetch), loadMessages(locale, 'late', 'account')])
  const userId = Number(url.searchParams.get('userId'))
  const verificationString = url.searchParams.get('verificationString')
  const link = userId > 0 && verificationString ? { userId, verificationString } : undefined
  return { rules, link }
}
