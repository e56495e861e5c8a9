import { readEmbedOptions } from '#lib/embed/embed-options.ts'
import { elementOf } from '#lib/playlist/playlist.ts'
import { loadWatched } from '#lib/watch/load-watched.ts'
import { loadWatchParts } from '#lib/watch/load-watch-parts.ts'
import type { PageLoad } from './$types'

/** The player with the videos of a playlist, one after the other; parameters as in spec 09 §10. */
export const load: PageLoad = async ({ url, fetch, depends, parent }) => {
  depends('sepiola:session')
  const { list, locale } = await parent()
  const options = readEmbedOptions(url.searchParams)
  const element = list.denied ? undefined : elementOf(list.elements, options.position?.toString() ?? null)
  const id = element?.video?.uuid
  if (id === undefined) return { options, element, id: '', watched: undefined }
  const watched = await loadWatched(id, fetch)
  return { options, element, id, watched, ...(await loadWatchParts(watched, locale)) }
}
