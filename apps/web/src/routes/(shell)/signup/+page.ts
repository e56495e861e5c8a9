import { getAbout } from '@sepiola/api-client/endpoints/config.ts'
import { loadServerRules } from '#lib/account/server-rules.ts'
import { call } from '#lib/api/call.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

interface About {
  terms: string
  codeOfConduct: string
  html?: { terms: string; codeOfConduct: string }
}

export const load: PageLoad = async ({ fetch, parent }) => {
  const { locale } = await parent()
  const [rules, about] = await Promise.all([
    loadServerRules(fetch),
    call(getAbout, { fetch }),
    loadMessages(locale, 'late', 'account'),
  ])
  const { terms, codeOfConduct, html } = about.instance as About
  // What came with the HTML was rendered on the server.
  if (html) return { rules, terms: html.terms, codeOfConduct: html.codeOfConduct }
  const { renderMarkdown } = await import('#lib/markdown.ts')
  return { rules, terms: renderMarkdown(terms), codeOfConduct: renderMarkdown(codeOfConduct) }
}
