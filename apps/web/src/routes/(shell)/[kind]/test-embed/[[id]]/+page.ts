import { error } from '@sveltejs/kit'
import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

/** Of what there are embeds, and the parameter that may name one. */
const parameters = { videos: 'videoId', 'video-playlists': 'videoPlaylistId' } as const

/** An embed and what its API can do with it (spec 09 §10). */
export const load: PageLoad = async ({ params, url, parent }) => {
  const kind = params.kind as keyof typeof parameters
  if (!Object.hasOwn(parameters, kind)) error(404)
  const { locale } = await parent()
  await loadMessages(locale, 'late', 'social')
  return { kind, id: url.searchParams.get(parameters[kind]) ?? params.id ?? '' }
}
