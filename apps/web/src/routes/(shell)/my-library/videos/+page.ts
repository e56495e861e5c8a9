import { pageNumber } from '#lib/video/paging.ts'
import type { PageLoad } from './$types'

/** The list is its owner's: the browser asks for it. */
export const load: PageLoad = ({ url }) => ({ search: url.searchParams.get('search') ?? '', number: pageNumber(url) })
