import type { Video } from '@sepiola/contract/schemas/videos.ts'

export interface FeedAuthor {
  name: string
  url: string
  avatarUrl?: string | undefined
}

export interface FeedItem {
  /** Never changes, unlike `url`. */
  id: string
  title: string
  url: string
  /** Plain text; empty when there is only the whole content. */
  summary: string
  /** Trusted HTML. */
  html: string
  published: Date
  updated: Date
  author: FeedAuthor
  /** With its files, when the item is a video. */
  video?: Video
}

/** What every format says, in its own words. */
export interface Feed {
  title: string
  description: string
  homeUrl: string
  /** The address it was asked by. */
  feedUrl: string
  imageUrl: string | undefined
  /** Where the same is offered as a podcast. */
  podcastUrl?: string | undefined
  items: readonly FeedItem[]
}

/** When something in it changed last; undefined for an empty one, so that a feed without changes stays the same text. */
export function lastChange(feed: Pick<Feed, 'items'>): Date | undefined {
  const times = feed.items.map((item) => item.updated.getTime())
  return times.length === 0 ? undefined : new Date(Math.max(...times))
}
