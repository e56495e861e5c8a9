import { error } from '@sveltejs/kit'
import { loadWatched } from '#lib/watch/load-watched.ts'
import { loadWatchParts } from '#lib/watch/load-watch-parts.ts'
import { parseTime } from '#lib/video/time.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ params, url, fetch, depends, parent }) => {
  depends('sepiola:session')
  const watched = await loadWatched(params.id, fetch)
  if ('missing' in watched) error(watched.missing, watched.message)
  const { locale } = await parent()
  return {
    ...watched,
    ...(await loadWatchParts(watched, locale)),
    start: parseTime(url.searchParams.get('start')),
    stop: parseTime(url.searchParams.get('stop')),
    query: url.search,
  }
}
