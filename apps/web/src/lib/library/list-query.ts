import { searchWords } from '#lib/search/search-words.ts'
import { pageNumber } from '#lib/video/paging.ts'

export const perPage = 24

/** What the address says of a list: words and page. */
export function readListQuery(url: { searchParams: { get(name: string): string | null }; href: string }) {
  return { search: searchWords(url.searchParams), number: pageNumber(new URL(url.href)) }
}

/** The order that the address asks for, else the first of those that there are. */
export function readSort<Value extends string>(
  url: { searchParams: { get(name: string): string | null } },
  sorts: readonly { value: Value }[],
): Value {
  return (sorts.find(({ value }) => value === url.searchParams.get('sort')) ?? sorts[0]!).value
}

export const pageOf = (number: number, search: string) => ({
  start: (number - 1) * perPage,
  count: perPage,
  ...(search ? { search } : {}),
})
