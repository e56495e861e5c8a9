import { getCategories } from '@sepiola/api-client/endpoints/video.ts'
import { call } from '#lib/api/call.ts'
import { nameLabels } from '#lib/i18n/label-names.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, parent }) => {
  const { about, locale } = await parent()
  const said = about.categories.length ? await call(getCategories, { fetch }) : {}
  const labels = await nameLabels('category', said, locale)
  return { categories: about.categories.map((id) => labels[id] ?? String(id)) }
}
