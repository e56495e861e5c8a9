import type { I18n, MessageKey } from '#lib/i18n/i18n.ts'
import type { Playlist } from '#lib/video/playlist.ts'

/** `type` of the playlist that every account has (spec 04 §6.1). */
export const watchLater = 2

/** The list that every account has is called in the reader's language. */
export function playlistName({ type, displayName }: Pick<Playlist, 'type' | 'displayName'>, t: I18n['t']): string {
  return type.id === watchLater ? t('myPlaylists.watchLater') : displayName
}

export const playlistPrivacy = ({ privacy }: Pick<Playlist, 'privacy'>): MessageKey =>
  privacy.id === 1 ? 'privacy.1' : privacy.id === 2 ? 'privacy.2' : 'privacy.3'
