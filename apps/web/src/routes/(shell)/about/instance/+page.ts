import { getCategories } from '@sepiola/api-client/endpoints/video.ts'
import { call } from '#lib/api/call.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, parent }) => {
  const { about } = await parent()
  const labels = about.categories.length ? await call(getCategories, { fetch }) : {}
  return { categories: about.categories.map((id) => labels[id] ?? String(id)) }
}
