import { readListFilters, type Filters } from '#lib/search/filters.ts'
import { moderates } from '#lib/session/moderates.ts'

/** Filters that the address asks for; seeing everything is for moderators, who are known in the browser only. */
export function readBrowseFilters(search: URLSearchParams): Filters {
  const { allVideos, ...filters } = readListFilters(search)
  return allVideos && moderates() ? { ...filters, allVideos } : filters
}
