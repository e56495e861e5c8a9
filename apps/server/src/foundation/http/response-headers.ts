import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Settings } from '../config/settings.ts'
import type { Context } from '../context.ts'

/** What pages of other sites may read; in test mode all is as open as the API (spec 01 §5). */
const openPrefixes = [
  '/api/',
  '/download/',
  '/lazy-static/',
  '/static/',
  '/object-storage-proxy/',
  '/services/oembed',
  '/.well-known/',
  '/nodeinfo/',
  '/robots.txt',
  '/security.txt',
  '/sitemap.xml',
]

const embedPath = /^\/(videos|video-playlists)\/embed\//

/** Content-Security-Policy of spec 01 §1, when `csp.enabled`. */
export function contentSecurityPolicy(settings: Settings, embed: boolean): string {
  const directives = [
    `default-src 'none'`,
    `connect-src * data:`,
    `media-src 'self' https: blob:`,
    `font-src 'self' data:`,
    `img-src 'self' data: blob:`,
    `script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:`,
    `script-src-attr 'unsafe-inline'`,
    `style-src 'self' 'unsafe-inline'`,
    `object-src 'none'`,
    `form-action 'self'`,
    `frame-ancestors ${embed ? '*' : `'none'`}`,
    `base-uri 'self'`,
    `manifest-src 'self'`,
    `frame-src 'self'`,
    `worker-src 'self' blob:`,
  ]
  if (settings.csp.report_uri) directives.push(`report-uri ${settings.csp.report_uri}`)
  if (settings.webserver.https) directives.push('upgrade-insecure-requests')
  return directives.join('; ')
}

/**
 * Headers of every answer (spec 01 §1, §5). They are set on the raw response, so that answers which a handler streams
 * by itself carry them too. Returns true when the request was a CORS preflight and is answered.
 */
export function sendCommonHeaders(
  { settings: { current: settings }, testMode }: Pick<Context, 'settings' | 'testMode'>,
  request: FastifyRequest,
  reply: FastifyReply,
): boolean {
  const raw = reply.raw
  const url = request.url
  const embed = embedPath.test(url)
  raw.setHeader('Tk', 'N')
  if (settings.security.powered_by_header.enabled) raw.setHeader('x-powered-by', 'PeerTube')
  if (settings.security.frameguard.enabled && !embed) raw.setHeader('X-Frame-Options', 'DENY')
  if (settings.csp.enabled) {
    const name = settings.csp.report_only ? 'Content-Security-Policy-Report-Only' : 'Content-Security-Policy'
    raw.setHeader(name, contentSecurityPolicy(settings, embed))
  }
  if (!testMode && !openPrefixes.some((prefix) => url.startsWith(prefix))) return false
  raw.setHeader('Access-Control-Allow-Origin', '*')
  if (testMode || url.startsWith('/api/')) {
    raw.setHeader('Access-Control-Allow-Credentials', 'true')
    raw.setHeader('Access-Control-Expose-Headers', 'Retry-After')
  }
  if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) return false
  raw.setHeader('Access-Control-Allow-Methods', 'GET,HEAD,PUT,PATCH,POST,DELETE')
  const asked = request.headers['access-control-request-headers']
  if (asked) {
    raw.setHeader('Access-Control-Allow-Headers', asked)
    raw.setHeader('Vary', 'Access-Control-Request-Headers')
  }
  reply.code(204).send()
  return true
}
