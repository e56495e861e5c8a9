import { error } from '@sveltejs/kit'
import { call } from '#lib/api/call.ts'
import { getVideos } from '@sepiola/api-client/endpoints/video/get-videos.ts'
import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import type { List, ListedVideo } from '#lib/api/types.ts'
import { ownWishes } from '#lib/session/own-wishes.ts'
import { pageNumber } from '#lib/video/paging.ts'

export const perPage = 24
const newest = ['-publishedAt', '-originallyPublishedAt', 'name'] as const
const liked = ['-trending', '-hot', '-best', '-likes', '-views'] as const
const sorts = [...newest, ...liked]
export type BrowseSort = (typeof sorts)[number]

export interface Browse {
  sort: BrowseSort
  scope: 'federated' | 'local'
  number: number
  list: List<ListedVideo>
}

/** What else narrows the list, by the names of the API. */
export type MoreFilters = Readonly<Record<string, unknown>>

export function browseQuery({ sort, scope }: Pick<Browse, 'sort' | 'scope'>, number: number, more: MoreFilters = {}) {
  return {
    start: (number - 1) * perPage,
    count: perPage,
    sort,
    ...(scope === 'local' ? { isLocal: true } : {}),
    ...ownWishes(more),
    ...toQuery(more),
  }
}

/** What moderators may see, too: other privacies, unpublished and blocked videos, those of muted accounts (spec 03 §1.1). */
const everything = { privacyOneOf: [1, 2, 3, 4, 5], include: 1 | 2 | 4 }

function toQuery({ allVideos, ...more }: MoreFilters): MoreFilters {
  return allVideos ? { ...more, ...everything } : more
}

/** Order and scope that the address asks for. */
export function readBrowse(url: URL): Pick<Browse, 'sort' | 'scope' | 'number'> {
  const asked = url.searchParams.get('sort') ?? ''
  return {
    sort: sorts.find((known) => known === asked) ?? '-publishedAt',
    scope: url.searchParams.get('scope') === 'local' ? 'local' : 'federated',
    number: pageNumber(url),
  }
}

export async function loadBrowse(url: URL, fetch: typeof globalThis.fetch, more?: MoreFilters): Promise<Browse> {
  const asked = readBrowse(url)
  try {
    return { ...asked, list: await call(getVideos, { query: browseQuery(asked, asked.number, more), fetch }) }
  } catch (problem) {
    if (problem instanceof ApiProblem) error(problem.status, problem.detail)
    throw problem
  }
}
