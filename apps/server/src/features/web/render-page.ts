import { promisify } from 'node:util'
import { brotliCompress, constants, gzip as gzipWithCallback } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { Context } from '#foundation/context.ts'
import type { WebRenderer } from './web-client.ts'

const brotli = promisify(brotliCompress)
const gzip = promisify(gzipWithCallback) as (html: Buffer, options: { level: number }) => Promise<Buffer>

export type PageEncoding = 'br' | 'gzip' | 'identity'

export interface RenderedPage {
  status: number
  headers: [string, string][]
  html: Buffer
  /** Compressed at the first wish, then sent again as it is. */
  compressed: Partial<Record<PageEncoding, Promise<Buffer>>>
}

const compress: Record<PageEncoding, (html: Buffer) => Promise<Buffer>> = {
  br: (html) => brotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (html) => gzip(html, { level: 5 }),
  identity: async (html) => html,
}

/** The page's bytes in an encoding that the client takes. */
export function encodePage(page: RenderedPage, encoding: PageEncoding): Promise<Buffer> {
  return (page.compressed[encoding] ??= compress[encoding](page.html))
}

export function choosePageEncoding(acceptEncoding: string | undefined): PageEncoding {
  if (acceptEncoding && /\bbr\b(?!;q=0)/.test(acceptEncoding)) return 'br'
  if (acceptEncoding && /\bgzip\b(?!;q=0)/.test(acceptEncoding)) return 'gzip'
  return 'identity'
}

/** How long a page's HTML may be sent again, ms. Signed-in parts are added in the browser, so that it is the same for all. */
const lifetime = 1000

/** Bytes of HTML that are kept. */
const capacity = 8 * 1024 * 1024

/**
 * Renders pages, one at a time per address and language: requests for a page that is being rendered wait for it.
 */
export class PageRenderer {
  readonly #renderer: WebRenderer
  readonly #origin: string
  readonly #kept: LRUCache<string, RenderedPage>
  readonly #running = new Map<string, Promise<RenderedPage>>()
  /** Part of the keys: a page that was rendered, or is being rendered, under other settings is not found any more. */
  #settingsChanges = 0

  constructor(ctx: Pick<Context, 'origin' | 'settings' | 'testMode'>, renderer: WebRenderer) {
    this.#renderer = renderer
    this.#origin = ctx.origin.url
    this.#kept = new LRUCache<string, RenderedPage>({
      maxSize: capacity,
      sizeCalculation: (page) => page.html.length * 2 + 1000,
      ttl: ctx.testMode ? 1 : lifetime,
      ttlAutopurge: true,
    })
    ctx.settings.onChange(() => this.#settingsChanges++)
  }

  /** `url`: path and query as asked. */
  async page(url: string, acceptLanguage: string, cookie: string): Promise<RenderedPage> {
    const key = `${this.#settingsChanges}\n${language(acceptLanguage, cookie)}\n${url}`
    return this.#kept.get(key) ?? this.#running.get(key) ?? this.#start(key)
  }

  /** However long it takes: a slow machine must not render the same page many times at once. */
  async #start(key: string): Promise<RenderedPage> {
    const rendering = this.#render(key)
    this.#running.set(key, rendering)
    try {
      const page = await rendering
      this.#kept.set(key, page)
      return page
    } finally {
      this.#running.delete(key)
    }
  }

  async #render(key: string): Promise<RenderedPage> {
    const [, wanted = '', url = ''] = key.split('\n')
    const headers = { 'accept-language': wanted, accept: 'text/html' }
    const response = await this.#renderer.render(new Request(this.#origin + url, { headers }))
    return {
      status: response.status,
      headers: [...response.headers].filter(([name]) => name === 'location'),
      html: Buffer.from(await response.arrayBuffer()),
      compressed: {},
    }
  }
}

/** The language that decides a page's text: the chosen one (cookie, spec 01 §9), else the browser's first. */
function language(acceptLanguage: string, cookie: string): string {
  const chosen = /(?:^|;\s*)clientLanguage=([\w-]{2,12})/.exec(cookie)?.[1]
  return chosen ?? acceptLanguage.slice(0, 100)
}
