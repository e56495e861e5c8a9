import { readListFilters, type Filters } from '#lib/search/filters.ts'
import { session } from '#lib/session/session.svelte.ts'

/** Filters that the address asks for; seeing everything is for moderators, who are known in the browser only. */
export function readBrowseFilters(search: URLSearchParams): Filters {
  const { allVideos, ...filters } = readListFilters(search)
  return allVideos && session.moderates ? { ...filters, allVideos } : filters
}
