import { getVideos } from '@sepiola/api-client/endpoints/video/get-videos.ts'
import { call } from '#lib/api/call.ts'
import type { List, ListedVideo } from '#lib/api/types.ts'

export const perPage = 24

/** Videos by words or tags, best match first. */
export function askSearch(
  text: string,
  tags: string[],
  number: number,
  fetch?: typeof globalThis.fetch,
): Promise<List<ListedVideo>> {
  const query = {
    start: (number - 1) * perPage,
    count: perPage,
    ...(text ? { search: text, sort: '-match' as const } : {}),
    ...(tags.length ? { tagsOneOf: tags } : {}),
  }
  return call(getVideos, { query, ...(fetch ? { fetch } : {}) })
}
