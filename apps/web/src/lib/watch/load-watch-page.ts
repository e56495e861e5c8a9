import { loadFirstThreads } from '#lib/comments/load-first-threads.ts'
import { parseTime } from '#lib/video/time.ts'
import { loadWatchParts } from './load-watch-parts.ts'
import type { Watched } from './load-watched.ts'

type Shown = Exclude<Watched, { missing: number }>
export type WatchData = Awaited<ReturnType<typeof loadWatchPage>>

/** Everything that the first paint of a video's page needs. */
export async function loadWatchPage(watched: Shown, url: URL, locale: string, fetch: typeof globalThis.fetch) {
  const [parts, threads] = await Promise.all([
    loadWatchParts(watched, locale),
    watched.video ? loadFirstThreads(watched.video, fetch) : undefined,
  ])
  return {
    captions: [],
    chapters: [],
    description: '',
    ...watched,
    ...parts,
    threads,
    start: parseTime(url.searchParams.get('start')),
    stop: parseTime(url.searchParams.get('stop')),
    query: url.search,
  }
}
