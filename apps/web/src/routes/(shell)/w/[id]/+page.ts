import { error } from '@sveltejs/kit'
import { loadWatched } from '#lib/watch/load-watched.ts'
import { loadWatchPage } from '#lib/watch/load-watch-page.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ params, url, fetch, depends, parent }) => {
  depends('sepiola:session')
  const { locale } = await parent()
  const watched = await loadWatched(params.id, fetch, locale)
  if ('missing' in watched) error(watched.missing, watched.message)
  return loadWatchPage(watched, url, locale, fetch)
}
