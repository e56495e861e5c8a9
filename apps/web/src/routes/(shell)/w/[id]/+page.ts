import { error } from '@sveltejs/kit'
import { loadWatched } from '#lib/watch/load-watched.ts'
import { parseTime } from '#lib/video/time.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ params, url, fetch, depends }) => {
  depends('sepiola:session')
  const watchedVideo = await loadWatched(params.id, fetch)
  if ('missing' in watchedVideo) error(watchedVideo.missing, watchedVideo.message)
  return {
    ...watchedVideo,
    start: parseTime(url.searchParams.get('start')),
    stop: parseTime(url.searchParams.get('stop')),
    query: url.search,
  }
}
