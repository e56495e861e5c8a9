import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import { error } from '@sveltejs/kit'
import { loadMessages } from '#lib/i18n/locales.ts'
import { askSearch } from '#lib/search/ask-search.ts'
import { pageNumber } from '#lib/video/paging.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ url, fetch, parent }) => {
  const { locale } = await parent()
  await loadMessages(locale, 'late')
  // Control characters are no words; 500 characters are more than anybody looks for.
  const text = (url.searchParams.get('search') ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 500)
  const tags = url.searchParams.getAll('tagsOneOf')
  const number = pageNumber(url)
  if (!text && tags.length === 0) return { text, tags, number, list: undefined }
  try {
    return { text, tags, number, list: await askSearch(text, tags, number, fetch) }
  } catch (problem) {
    if (problem instanceof ApiProblem) error(problem.status, problem.detail)
    throw problem
  }
}
