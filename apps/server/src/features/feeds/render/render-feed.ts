import { atomView } from './atom.view.ts'
import type { FeedFormat } from './feed-format.ts'
import type { Feed } from './feed.ts'
import { jsonView } from './json.view.ts'
import { rssView } from './rss.view.ts'

const views = { rss: rssView, atom: atomView, json: jsonView }

export function renderFeed(origin: string, feed: Feed, format: FeedFormat): string {
  return views[format](origin, feed)
}
