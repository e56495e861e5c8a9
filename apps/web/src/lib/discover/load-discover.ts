import { getOverviewsVideos } from '@sepiola/api-client/endpoints/video/get-overviews-videos.ts'
import { call } from '#lib/api/call.ts'
import type { ActorSummary, ListedVideo } from '#lib/api/types.ts'
import { labelNames } from '#lib/i18n/label-names.ts'
import { handleOf } from '#lib/video/handle.ts'

/** Videos that have something in common, and where all of them are. */
export interface Shelf {
  kind: 'category' | 'channel' | 'tag'
  name: string
  href: string
  channel?: ActorSummary
  videos: ListedVideo[]
}

/** The overview's last page (spec 03 §19). */
export const lastPage = 20

/** A page of the overview: a category, a channel and a tag, of those that there are. */
export async function loadShelves(
  page: number,
  { origin, locale }: { origin: string; locale: string },
  fetch?: typeof globalThis.fetch,
): Promise<Shelf[]> {
  const { categories, channels, tags } = await call(getOverviewsVideos, {
    query: { page },
    ...(fetch ? { fetch } : {}),
  })
  const name = await labelNames(locale)
  return [
    ...categories.map(({ category, videos }) => ({
      kind: 'category' as const,
      name: name('category', category.id, category.label),
      href: `/videos/browse?categoryOneOf=${category.id}`,
      videos: videos as ListedVideo[],
    })),
    ...channels.map(({ channel, videos }) => ({
      kind: 'channel' as const,
      name: channel.displayName,
      href: `/c/${handleOf(channel, origin)}/videos`,
      channel: channel as ActorSummary,
      videos: videos as ListedVideo[],
    })),
    ...tags.map(({ tag, videos }) => ({
      kind: 'tag' as const,
      name: tag,
      href: `/videos/browse?tagsOneOf=${encodeURIComponent(tag)}`,
      videos: videos as ListedVideo[],
    })),
  ]
}
