import { loadBrowse } from '#lib/browse/load-browse.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ url, fetch }) => ({ browse: await loadBrowse(url, fetch) })
