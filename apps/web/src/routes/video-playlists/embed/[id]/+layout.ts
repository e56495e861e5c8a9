import { loadMessages } from '#lib/i18n/locales.ts'
import { loadPlaylist } from '#lib/playlist/load-playlist.ts'
import type { LayoutLoad } from './$types'

/** The list stays while one video of it follows the other. */
export const load: LayoutLoad = async ({ params, url, fetch, depends, parent }) => {
  depends('sepiola:session')
  const list = await loadPlaylist(url.searchParams.get('videoPlaylistId') ?? params.id, fetch)
  const { locale } = await parent()
  await loadMessages(locale, 'late', 'social')
  return { list }
}
