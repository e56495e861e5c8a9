import { loadBrowse } from '#lib/browse/load-browse.ts'
import { readBrowseFilters } from '#lib/browse/read-browse-filters.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import { writeFilters } from '#lib/search/filters.ts'
import { loadVideoLabels } from '#lib/search/video-labels.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ url, fetch, parent, depends }) => {
  depends('sepiola:viewer')
  const { locale } = await parent()
  const filters = readBrowseFilters(url.searchParams)
  const [browse, labels] = await Promise.all([
    loadBrowse(url, fetch, writeFilters(filters)),
    loadVideoLabels(fetch, locale),
    loadMessages(locale, 'late', 'browse'),
  ])
  return { browse, filters, labels }
}
