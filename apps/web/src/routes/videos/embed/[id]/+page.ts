import { readEmbedOptions } from '#lib/embed/embed-options.ts'
import { loadEmbed } from '#lib/embed/load-embed.ts'
import type { PageLoad } from './$types'

/** The player alone; parameters as in spec 09 §10. */
export const load: PageLoad = async ({ params, url, fetch, depends, parent }) => {
  depends('sepiola:session')
  const { locale } = await parent()
  return loadEmbed(url.searchParams.get('videoId') ?? params.id, readEmbedOptions(url.searchParams), locale, fetch)
}
