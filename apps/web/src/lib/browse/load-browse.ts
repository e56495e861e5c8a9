import { error } from '@sveltejs/kit'
import { call } from '#lib/api/call.ts'
import { getVideos } from '@sepiola/api-client/endpoints/video/get-videos.ts'
import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import type { List, ListedVideo } from '#lib/api/types.ts'
import { pageNumber } from '#lib/video/paging.ts'

export const perPage = 24
const sorts = ['-publishedAt', '-trending', '-views', '-likes', '-hot', 'name', '-originallyPublishedAt'] as const
export type BrowseSort = (typeof sorts)[number]

export interface Browse {
  sort: BrowseSort
  scope: 'federated' | 'local'
  number: number
  list: List<ListedVideo>
}

export function browseQuery(sort: BrowseSort, scope: Browse['scope'], number: number) {
  return { start: (number - 1) * perPage, count: perPage, sort, ...(scope === 'local' ? { isLocal: true } : {}) }
}

export async function loadBrowse(url: URL, fetch: typeof globalThis.fetch): Promise<Browse> {
  const asked = url.searchParams.get('sort') ?? ''
  const sort = sorts.find((known) => known === asked) ?? '-publishedAt'
  const scope = url.searchParams.get('scope') === 'local' ? 'local' : 'federated'
  const number = pageNumber(url)
  try {
    return { sort, scope, number, list: await call(getVideos, { query: browseQuery(sort, scope, number), fetch }) }
  } catch (problem) {
    if (problem instanceof ApiProblem) error(problem.status, problem.detail)
    throw problem
  }
}
