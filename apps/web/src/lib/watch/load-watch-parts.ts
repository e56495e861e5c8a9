import { loadMessages } from '#lib/i18n/locales.ts'
import { isPlayable } from '#lib/player/sources.ts'
import type { Watched } from './load-watched.ts'

/** Parts that few pages show: not in the script of those that do not. */
export async function loadWatchParts(watched: Watched, locale: string) {
  const denied = 'denied' in watched && watched.denied !== undefined
  const waiting = 'video' in watched && watched.video !== undefined && !isPlayable(watched.video)
  if (denied || waiting || 'missing' in watched) await loadMessages(locale, 'late')
  return {
    Denied: denied ? (await import('./Denied.svelte')).default : undefined,
    Notice: waiting ? (await import('#lib/player/PlayerNotice.svelte')).default : undefined,
  }
}
