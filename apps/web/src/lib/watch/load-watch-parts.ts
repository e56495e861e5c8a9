import { loadMessages } from '#lib/i18n/locales.ts'
import { isPlayable } from '#lib/player/sources.ts'
import type { Watched } from './load-watched.ts'

/** Parts that few pages show: not in the script of those that do not. */
export async function loadWatchParts(watched: Watched, locale: string) {
  const denied = 'denied' in watched && watched.denied !== undefined
  const video = 'video' in watched ? watched.video : undefined
  const waiting = video !== undefined && !isPlayable(video)
  const sensitive = video?.nsfw === true
  if (denied || waiting || sensitive || 'missing' in watched) await loadMessages(locale, 'late')
  const parts = denied || waiting || sensitive ? await import('./late-parts.ts') : undefined
  return {
    Denied: denied ? parts?.Denied : undefined,
    Notice: waiting ? parts?.PlayerNotice : sensitive ? parts?.Veil : undefined,
  }
}
