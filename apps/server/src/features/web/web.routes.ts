import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import {
  get,
  getAByHandle,
  getByHandle,
  getCByHandle,
  getVideoPlaylistsEmbedById,
  getVideoPlaylistsTestEmbed,
  getVideosEmbedById,
  getVideosTestEmbed,
  getWById,
} from '@sepiola/contract/operations/client-html.ts'
import { getTeapot } from '@sepiola/contract/operations/misc.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { internalHeaders } from '#foundation/http/internal-request.ts'
import { PageRenderer } from './render-page.ts'
import { acceptsPages, sendPage, setPageRenderer } from './send-page.ts'
import { clientFolder, hasWebClient, loadRenderer, type FetchApi } from './web-client.ts'

/** ms; the files' names change with their content (spec 01 §6). */
const clientFilesLifetime = 30 * 24 * 3600 * 1000

/** A wrong identifier is a page that says so, not a problem document. */
export const pages = [
  get,
  getWById,
  getAByHandle,
  getCByHandle,
  getByHandle,
  getVideosEmbedById,
  getVideoPlaylistsEmbedById,
  getVideosTestEmbed,
  getVideoPlaylistsTestEmbed,
].map((operation) =>
  implement({ ...operation, aliases: [], params: undefined }, ({ ctx, request, reply }) =>
    sendPage(ctx, request, reply),
  ),
)

/** RFC 2324; also who wants no page is told what this is. */
export const teapot = implement(getTeapot, ({ ctx, request, reply }) => {
  reply.headers({ 'accept-additions': 'Non-Dairy;1,Milk;1', safe: 'if-user-awake' })
  return acceptsPages(request) ? sendPage(ctx, request, reply, 418) : reply.code(418).send()
})

const notPages = /^\/(api|client|static|lazy-static|download|feeds|object-storage-proxy|services|plugins)\//

/** The client's files, and a page for every address that nothing else answers. */
export async function addWebRoutes(app: FastifyInstance, ctx: Context): Promise<void> {
  if (!hasWebClient()) {
    throw new Error('The web client is not built. `npm start` builds it; `--no-client` starts without pages.')
  }
  await app.register(fastifyStatic, {
    root: clientFolder,
    prefix: '/client/',
    preCompressed: true,
    maxAge: clientFilesLifetime,
    immutable: true,
    wildcard: true,
    decorateReply: false,
  })

  const fetchApi: FetchApi = async (path, init) => {
    const answer = await app.inject({ url: path, headers: { ...init.headers, ...internalHeaders() } })
    const headers = { 'content-type': String(answer.headers['content-type'] ?? 'application/octet-stream') }
    const empty = answer.statusCode === 204 || answer.statusCode === 304
    return new Response(empty ? null : new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers })
  }
  setPageRenderer(ctx, new PageRenderer(ctx, await loadRenderer(ctx.origin, fetchApi)))

  app.get('/*', { config: { rateLimit: 'client' } }, async (request, reply) =>
    notPages.test(request.url) ? reply.callNotFound() : sendPage(ctx, request, reply),
  )
}
