import { error } from '@sveltejs/kit'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ params }) => {
  const id = Number(params.id)
  if (!Number.isSafeInteger(id) || id < 1) error(404)
  return { id }
}
