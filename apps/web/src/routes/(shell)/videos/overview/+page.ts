import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import { error } from '@sveltejs/kit'
import { loadShelves } from '#lib/discover/load-discover.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('sepiola:viewer')
  const { locale, origin } = await parent()
  const [first, second] = await Promise.all([
    loadShelves(1, { origin, locale }, fetch),
    loadShelves(2, { origin, locale }, fetch),
    loadMessages(locale, 'late'),
  ]).catch((problem: unknown) => {
    if (problem instanceof ApiProblem) error(problem.status, problem.detail)
    throw problem
  })
  return { shelves: [...first, ...second], last: 2, ended: second.length === 0 }
}
