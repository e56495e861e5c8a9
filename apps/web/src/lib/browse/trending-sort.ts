import type { PublicConfig } from '#lib/api/types.ts'

/** The ways to rank that an administrator may offer (`trending.videos.algorithms`), by the order that they are. */
const algorithms = {
  '-hot': 'hot',
  '-trending': 'most-viewed',
  '-likes': 'most-liked',
  '-best': 'best',
} as const

type RankedSort = keyof typeof algorithms

export function isOffered(sort: string, { trending }: PublicConfig): boolean {
  const name = (algorithms as Readonly<Record<string, string>>)[sort]
  return name === undefined || !trending || trending.videos.algorithms.enabled.includes(name)
}

/** What "trending" means here; undefined where no way to rank is offered. */
export function trendingSort(config: PublicConfig): RankedSort | undefined {
  const usual = config.trending?.videos.algorithms.default ?? 'most-viewed'
  const offered = (Object.keys(algorithms) as RankedSort[]).filter((sort) => isOffered(sort, config))
  return offered.find((sort) => algorithms[sort] === usual) ?? offered[0]
}
