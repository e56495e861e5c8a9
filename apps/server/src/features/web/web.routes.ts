import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#foundation/context.ts'
import { internalHeaders } from '#foundation/http/internal-request.ts'
import { choosePageEncoding, encodePage, PageRenderer } from './render-page.ts'
import { clientFolder, hasWebClient, loadRenderer, type FetchApi } from './web-client.ts'

const immutable = 30 * 24 * 3600 * 1000

/** The client's files and every HTML page (spec 01 §6, 09 §7). */
export async function addWebRoutes(app: FastifyInstance, ctx: Context): Promise<void> {
  if (!hasWebClient()) {
    throw new Error('The web client is not built. `npm start` builds it; `--no-client` starts without pages.')
  }
  await app.register(fastifyStatic, {
    root: clientFolder,
    prefix: '/client/',
    preCompressed: true,
    maxAge: immutable,
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
  const renderer = new PageRenderer(ctx, await loadRenderer(ctx.origin, fetchApi))

  const html = async (request: FastifyRequest, reply: FastifyReply) => {
    if (/^\/(api|client|static|lazy-static|download|feeds)\//.test(request.url)) return reply.callNotFound()
    if (!acceptsHtml(request.headers.accept)) return reply.code(406).send()
    const page = await renderer.page(
      request.url,
      request.headers['accept-language'] ?? '',
      request.headers.cookie ?? '',
    )
    const embed = request.url.startsWith('/videos/embed/')
    reply
      .code(page.status)
      .header('cache-control', embed ? 'public, max-age=0' : 'max-age=0, no-cache, must-revalidate')
    reply
      .header('vary', embed ? 'Accept-Encoding' : 'Accept-Encoding, Accept-Language')
      .type('text/html; charset=utf-8')
    for (const [name, value] of page.headers) reply.header(name, value)
    const encoding = choosePageEncoding(request.headers['accept-encoding'])
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    return reply.send(await encodePage(page, encoding))
  }
  app.get('/', { config: { rateLimit: 'client' } }, html)
  app.get('/*', { config: { rateLimit: 'client' } }, html)
}

function acceptsHtml(accept: string | undefined): boolean {
  return !accept || /text\/html|text\/\*|\*\/\*/.test(accept)
}
