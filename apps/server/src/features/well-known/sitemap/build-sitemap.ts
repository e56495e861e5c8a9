import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createGzip } from 'node:zlib'
import type { Context } from '#foundation/context.ts'
import { isHomepageSet, listSitemapActors, listSitemapVideos } from './sitemap.sql.ts'
import { actorItem, pageItems, videoItem } from './sitemap.view.ts'

/** Addresses in one file, by the format. */
const limit = 50_000

/** The sitemap of local content (spec 09 §9) as XML, gzipped. */
export async function buildSitemap(ctx: Context): Promise<Buffer> {
  // Loaded when a crawler comes.
  const { SitemapStream } = await import('sitemap')
  const actors = await listSitemapActors(ctx.db, limit / 2)
  const pages = ['/about/instance', '/videos/browse?scope=local', ...((await isHomepageSet(ctx.db)) ? ['/home'] : [])]
  const videos = await listSitemapVideos(ctx.db, limit - actors.length - pages.length)
  function* items() {
    yield* pageItems(pages)
    for (const actor of actors) yield actorItem(actor)
    for (const video of videos) yield videoItem(ctx.origin, video)
  }
  const xml = new SitemapStream({
    hostname: ctx.origin.url,
    xmlns: { video: true, news: false, image: false, xhtml: false },
  })
  return buffer(Readable.from(items()).pipe(xml).pipe(createGzip()))
}
