import { createGunzip } from 'node:zlib'
import { Readable } from 'node:stream'
import { getSitemapXml } from '@sepiola/contract/operations/misc.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { keepAnswer } from '../keep-answer.ts'
import { buildSitemap } from './build-sitemap.ts'

/** Seconds. */
const day = 24 * 3600

interface Kept {
  until: number
  xml: Promise<Buffer>
}

const keptSitemaps = new WeakMap<object, Kept>()

/** Built once a day for all who ask, and once for those who ask at the same time. */
function currentSitemap(ctx: Context): Promise<Buffer> {
  const now = ctx.clock.now().getTime()
  const known = keptSitemaps.get(ctx.db)
  if (known && now < known.until) return known.xml
  const fresh: Kept = { until: now + (ctx.testMode ? 1 : day * 1000), xml: buildSitemap(ctx) }
  keptSitemaps.set(ctx.db, fresh)
  fresh.xml.catch(() => keptSitemaps.get(ctx.db) === fresh && keptSitemaps.delete(ctx.db))
  return fresh.xml
}

export const sitemapRoutes = [
  implement(getSitemapXml, async ({ ctx, request, reply }) => {
    const gzipped = await currentSitemap(ctx)
    keepAnswer(ctx, reply, day).type('application/xml; charset=utf-8').header('vary', 'Accept-Encoding')
    if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
      return reply.header('content-encoding', 'gzip').send(gzipped)
    }
    return reply.send(Readable.from([gzipped]).pipe(createGunzip()))
  }),
]
