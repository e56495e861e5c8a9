import { loadWatched, type Watched } from '#lib/watch/load-watched.ts'
import { loadWatchParts } from '#lib/watch/load-watch-parts.ts'
import type { EmbedOptions } from './embed-options.ts'

/** What an embed shows. `id`: of a video; undefined where there is none, in a playlist that is empty. */
export async function loadEmbed(
  id: string | undefined,
  options: EmbedOptions,
  locale: string,
  fetch: typeof globalThis.fetch,
) {
  const watched: Watched = id === undefined ? { denied: 'forbidden' } : await loadWatched(id, fetch, locale)
  return { id: id ?? '', options, watched, ...(await loadWatchParts(watched, locale)) }
}
