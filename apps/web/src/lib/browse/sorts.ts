import type { PublicConfig } from '#lib/api/types.ts'
import type { MessageKey } from '#lib/i18n/i18n.ts'
import type { BrowseSort } from './load-browse.ts'
import { isOffered } from './trending-sort.ts'

/** Orders of a list of videos, and what they are called. */
const sorts: ReadonlyArray<{ value: BrowseSort; label: MessageKey }> = [
  { value: '-publishedAt', label: 'sort.newest' },
  { value: '-trending', label: 'sort.trending' },
  { value: '-hot', label: 'sort.hot' },
  { value: '-best', label: 'sort.best' },
  { value: '-likes', label: 'sort.likes' },
  { value: '-views', label: 'sort.views' },
  { value: '-originallyPublishedAt', label: 'sort.original' },
  { value: 'name', label: 'sort.name' },
]

export const browseSorts = (config: PublicConfig) => sorts.filter(({ value }) => isOffered(value, config))

export const browseFields = [
  'sort',
  'scope',
  'live',
  'category',
  'licence',
  'language',
  'tags',
  'nsfw',
  'allVideos',
] as const
