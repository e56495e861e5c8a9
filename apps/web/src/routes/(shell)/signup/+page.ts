import { loadAbout } from '#lib/about/load-about.ts'
import { loadServerRules } from '#lib/account/server-rules.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, parent }) => {
  const { locale } = await parent()
  const [rules, { about }] = await Promise.all([
    loadServerRules(fetch),
    loadAbout(fetch),
    loadMessages(locale, 'late', 'account'),
  ])
  return { rules, terms: about.html.terms, codeOfConduct: about.html.codeOfConduct }
}
