import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#foundation/context.ts'
import { choosePageEncoding, encodePage, type PageRenderer } from './render-page.ts'

const renderers = new WeakMap<Context, PageRenderer>()

/** The pages of one server are rendered by this from now on. */
export function setPageRenderer(ctx: Context, renderer: PageRenderer): void {
  renderers.set(ctx, renderer)
}

export function acceptsPages({ headers: { accept } }: FastifyRequest): boolean {
  return !accept || /text\/html|text\/\*|\*\/\*/.test(accept)
}

/** Answers with the HTML of the asked address: its status (unless given), caching and language (spec 09 §7.1). */
export async function sendPage(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  status?: number,
): Promise<FastifyReply> {
  const renderer = renderers.get(ctx)
  if (!renderer) throw new Error('No page renderer was set')
  if (!acceptsPages(request)) return reply.code(406).send()
  const { cookie = '', 'accept-language': language = '', 'accept-encoding': encodings } = request.headers
  const page = await renderer.page(request.url, language, cookie)
  const embed = /^\/(?:videos|video-playlists)\/embed\//.test(request.url)
  const encoding = choosePageEncoding(encodings)
  reply.code(status ?? page.status).headers({
    'cache-control': embed ? 'public, max-age=0' : 'max-age=0, no-cache, must-revalidate',
    vary: embed ? 'Accept-Encoding' : 'Accept-Encoding, Accept-Language',
    'content-type': 'text/html; charset=utf-8',
    ...Object.fromEntries(page.headers),
  })
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.send(await encodePage(page, encoding))
}
