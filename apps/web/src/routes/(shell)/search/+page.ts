import { loadMessages } from '#lib/i18n/locales.ts'
import { loadSearch } from '#lib/search/load-search.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ url, fetch, parent, depends }) => {
  depends('sepiola:viewer')
  const { locale, origin } = await parent()
  await loadMessages(locale, 'late')
  return { search: await loadSearch(url, { origin, locale, fetch }) }
}
