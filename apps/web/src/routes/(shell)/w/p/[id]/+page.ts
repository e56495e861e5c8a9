import { elementOf } from '#lib/playlist/playlist.ts'
import { loadWatched } from '#lib/watch/load-watched.ts'
import { loadWatchPage } from '#lib/watch/load-watch-page.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ url, fetch, depends, parent }) => {
  depends('sepiola:session')
  const asked = url.searchParams.get('playlistPosition')
  const { list, locale } = await parent()
  const element = list.denied ? undefined : elementOf(list.elements, asked)
  const watched = element?.video ? await loadWatched(element.video.uuid, fetch, locale) : undefined
  if (!watched || 'missing' in watched) return { element, watch: undefined }
  const watch = await loadWatchPage(watched, url, locale, fetch)
  const start = watch.start ?? element?.startTimestamp ?? undefined
  const stop = watch.stop ?? element?.stopTimestamp ?? undefined
  return { element, watch: { ...watch, start, stop } }
}
