import type { I18n } from '#lib/i18n/i18n.ts'
import type { Filter, TableRequest } from '#lib/ui/table/table.ts'

/** Automatic tags that comments may have: lists by their name, the one of the core in words. None while there are none. */
export function tagFilter({ t }: Pick<I18n, 't'>, tags: readonly { name: string; type: string }[]): Filter[] {
  if (tags.length === 0) return []
  const choices = tags.map(({ name, type }) => ({
    value: name,
    label: type === 'core' && name === 'external-link' ? t('words.externalLink') : name,
  }))
  return [{ key: 'tag', label: t('received.tags'), choices }]
}

/** Where the words of the search are to stand. */
export function placeFilter({ t }: Pick<I18n, 't'>): Filter {
  return {
    key: 'in',
    label: t('received.searchIn'),
    standard: t('received.everything'),
    choices: [
      { value: 'author', label: t('received.author') },
      { value: 'video', label: t('library.video') },
    ],
  }
}

/** What every list of comments is asked for: a page, in an order, with the search and the tag. */
export function commentQuery({ start, count, sort, search, filters }: TableRequest) {
  return {
    ...{ start, count, sort: sort as '-createdAt' },
    ...searchIn(filters['in'], search),
    ...(filters['tag'] ? { autoTagOneOf: [filters['tag']] } : {}),
  }
}

function searchIn(place: string | undefined, search: string) {
  if (search === '') return {}
  if (place === 'author') return { searchAccount: search }
  return place === 'video' ? { searchVideo: search } : { search }
}
