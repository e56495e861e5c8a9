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
  return {
    Denied: denied ? (await import('./Denied.svelte')).default : undefined,
    Notice: waiting
      ? (await import('#lib/player/PlayerNotice.svelte')).default
      : sensitive
        ? (await import('./Veil.svelte')).default
        : undefined,
  }
}
