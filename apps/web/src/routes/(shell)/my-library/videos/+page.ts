import { loadMessages } from '#lib/i18n/locales.ts'
import { pageNumber } from '#lib/video/paging.ts'
import type { PageLoad } from './$types'

/** The list is its owner's: the browser asks for it. */
export const load: PageLoad = async ({ url, parent }) => {
  const { locale } = await parent()
  await loadMessages(locale, 'late')
  return { search: url.searchParams.get('search') ?? '', number: pageNumber(url) }
}
