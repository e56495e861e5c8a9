import { loadBrowse } from '#lib/browse/load-browse.ts'
import type { PageLoad } from './$types'

/** In the order and scope that the start page has, unless the address asks for others. */
export const load: PageLoad = async ({ url, fetch, parent, depends }) => {
  depends('sepiola:viewer')
  const { config } = await parent()
  const start = config.instance.defaultClientRoute ?? '/'
  return { browse: await loadBrowse(url.search ? url : new URL(start, url), fetch), usual: start === '/' }
}
