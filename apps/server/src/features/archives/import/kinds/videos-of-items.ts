import { problem } from '#foundation/http/problem.ts'
import type { Import } from '../bring-in.ts'
import { findVideosByUrls, type KnownVideo } from './known-videos.sql.ts'

const atOnce = 1000

/** The videos that the `videoUrl` of some items mean, as far as this server knows them. */
export async function findVideosOfItems(
  { ctx, viewer }: Import,
  items: readonly unknown[],
): Promise<Map<string, KnownVideo>> {
  const urls = [...new Set(items.map((item) => (item as { videoUrl?: unknown } | null)?.videoUrl))]
  const texts = urls.filter((url): url is string => typeof url === 'string' && url.length <= 2000)
  const known = new Map<string, KnownVideo>()
  for (let start = 0; start < texts.length; start += atOnce) {
    const found = await findVideosByUrls(ctx.db, viewer.accountId, texts.slice(start, start + atOnce))
    for (const [url, video] of found) known.set(url, video)
  }
  return known
}

/** Throws 404. */
export function requireKnown(known: ReadonlyMap<string, KnownVideo>, url: string): KnownVideo {
  const video = known.get(url)
  if (!video) throw problem(404, `This server does not know the video ${url}.`)
  return video
}
