import { createGunzip } from 'node:zlib'
import { Readable } from 'node:stream'
import { getSitemapXml } from '@sepiola/contract/operations/misc.ts'
import { hasEntityTag } from '#foundation/http/has-entity-tag.ts'
import { implement } from '#foundation/http/implement.ts'
import { currentSitemap } from './keep-sitemap.ts'

export const sitemapRoutes = [
  implement(getSitemapXml, async ({ ctx, request, reply }) => {
    const { gzipped, tag } = await currentSitemap(ctx)
    // Caches on the way ask before they send it again: what is private now must not stay in their copy.
    reply.headers({ 'cache-control': 'no-cache', etag: tag, vary: 'Accept-Encoding' })
    if (hasEntityTag(request, tag)) return reply.code(304).send()
    reply.type('application/xml; charset=utf-8')
    if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
      return reply.header('content-encoding', 'gzip').send(gzipped)
    }
    return reply.send(Readable.from([gzipped]).pipe(createGunzip()))
  }),
]
