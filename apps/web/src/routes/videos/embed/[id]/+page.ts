import { loadWatched } from '#lib/watch/load-watched.ts'
import { loadWatchParts } from '#lib/watch/load-watch-parts.ts'
import { parseTime } from '#lib/video/time.ts'
import type { PageLoad } from './$types'

/** The player alone; parameters as in spec 09 §10. */
export const load: PageLoad = async ({ params, url, fetch, depends, parent }) => {
  depends('sepiola:session')
  const legacy = url.searchParams.get('videoId')
  const watchedVideo = await loadWatched(legacy ?? params.id, fetch)
  const { locale } = await parent()
  const { Notice } = await loadWatchParts(watchedVideo, locale)
  const flag = (name: string, otherwise: boolean): boolean => {
    const value = url.searchParams.get(name)
    return value === null ? otherwise : value === '1' || value === 'true'
  }
  return {
    watched: watchedVideo,
    Notice,
    start: parseTime(url.searchParams.get('start')),
    stop: parseTime(url.searchParams.get('stop')),
    subtitle: url.searchParams.get('subtitle') ?? undefined,
    rate: Number(url.searchParams.get('playbackRate')) || undefined,
    muted: url.searchParams.has('muted') ? flag('muted', false) : undefined,
    controls: flag('controls', true),
    controlBar: flag('controlBar', true),
    autoplay: flag('autoplay', false),
    loop: flag('loop', false),
    title: flag('title', true),
    link: flag('peertubeLink', true),
  }
}
