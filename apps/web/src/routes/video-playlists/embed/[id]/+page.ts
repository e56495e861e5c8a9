import { readEmbedOptions } from '#lib/embed/embed-options.ts'
import { loadEmbed } from '#lib/embed/load-embed.ts'
import { elementOf } from '#lib/playlist/playlist.ts'
import type { PageLoad } from './$types'

/** The player with the videos of a playlist, one after the other; parameters as in spec 09 §10. */
export const load: PageLoad = async ({ url, fetch, depends, parent }) => {
  depends('sepiola:session')
  const { list, locale } = await parent()
  const options = readEmbedOptions(url.searchParams)
  const element = list.denied ? undefined : elementOf(list.elements, options.position?.toString() ?? null)
  return { element, ...(await loadEmbed(element?.video?.uuid, options, locale, fetch)) }
}
