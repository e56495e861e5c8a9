import { error } from '@sveltejs/kit'
import { sectionIds } from '#lib/settings/setting-table.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ params }) => {
  const section = sectionIds.find((id) => id === params.section)
  if (!section) error(404)
  return { section }
}
