import { readEmbedOptions } from '#lib/embed/embed-options.ts'
import { loadWatched } from '#lib/watch/load-watched.ts'
import { loadWatchParts } from '#lib/watch/load-watch-parts.ts'
import type { PageLoad } from './$types'

/** The player alone; parameters as in spec 09 §10. */
export const load: PageLoad = async ({ params, url, fetch, depends, parent }) => {
  depends('sepiola:session')
  const id = url.searchParams.get('videoId') ?? params.id
  const watched = await loadWatched(id, fetch)
  const { locale } = await parent()
  return { id, watched, options: readEmbedOptions(url.searchParams), ...(await loadWatchParts(watched, locale)) }
}
