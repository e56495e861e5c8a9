import type { FastifyInstance } from 'fastify'
import { getManifestWebmanifest } from '@sepiola/contract/operations/client-html.ts'
import { readPublicConfig } from '#features/instance/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { manifestView } from './manifest.view.ts'
import { searchDescription } from './search-description.view.ts'

export const appRoutes = [
  implement(getManifestWebmanifest, async ({ ctx, reply }) => {
    const text = JSON.stringify(manifestView(await readPublicConfig(ctx)))
    return reply.header('cache-control', 'no-cache').type('application/manifest+json; charset=utf-8').send(text)
  }),
]

export function addSearchDescription(app: FastifyInstance, ctx: Context): void {
  app.get('/opensearch.xml', { config: { rateLimit: 'client' } }, async (_request, reply) => {
    const { buildXml } = await import('#foundation/xml/build-xml.ts')
    return reply
      .header('cache-control', 'no-cache')
      .type('application/opensearchdescription+xml; charset=utf-8')
      .send(buildXml(searchDescription(await readPublicConfig(ctx), ctx.origin)))
  })
}
