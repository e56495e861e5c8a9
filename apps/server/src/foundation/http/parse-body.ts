import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import qs from 'qs'
import { Problem, problem } from './problem.ts'

/** Largest JSON or form body, bytes (spec 01 §1). */
const bodyLimit = 500 * 1024

/** Query strings: `a=1&a=2`, `a[]=1`, `a[0]=1` all give arrays. */
export function parseQuery(text: string): Record<string, unknown> {
  return qs.parse(text, { arrayLimit: 200, depth: 3, parameterLimit: 1000, plainObjects: false })
}

/** Bracketed field names of a multipart body (`scheduleUpdate[privacy]`, `tags[0]`) become objects and arrays. */
export function nestFields(fields: readonly (readonly [string, string])[]): Record<string, unknown> {
  const text = fields.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')
  return qs.parse(text, { arrayLimit: 1000, depth: 5, parameterLimit: 5000 })
}

type Sent = Pick<FastifyRequest, 'headers'>
const hasType = ({ headers }: Sent, type: string) => headers['content-type']?.toLowerCase().startsWith(type) === true

export function isForm(request: Sent): boolean {
  return hasType(request, 'application/x-www-form-urlencoded')
}

export function isMultipart(request: Sent): boolean {
  return hasType(request, 'multipart/form-data')
}

const digestAlgorithms: Record<string, string> = { 'sha-256': 'sha256', 'sha-512': 'sha512' }

function checkDigest(request: FastifyRequest, body: Buffer): void {
  const header = request.headers['digest']
  if (typeof header !== 'string') return
  const [name = '', ...rest] = header.split('=')
  const algorithm = digestAlgorithms[name.trim().toLowerCase()]
  const expected = rest.join('=')
  if (!algorithm || createHash(algorithm).update(body).digest('base64') !== expected) {
    throw problem(403, 'The Digest header does not match the body.')
  }
}

function parseJson(request: FastifyRequest, body: Buffer): unknown {
  checkDigest(request, body)
  if (body.length === 0) return undefined
  try {
    return JSON.parse(body.toString('utf8'), dropPrototype)
  } catch {
    throw new Problem(400, 'The body is not valid JSON.', { code: 'SyntaxError' })
  }
}

function dropPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value
}

/** JSON, flat forms; anything else is left unread for the handler (multipart, raw chunks). */
export function addBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    /^application\/(json|[^;]+\+json)/,
    { parseAs: 'buffer', bodyLimit },
    async (request: FastifyRequest, body: Buffer) => parseJson(request, body),
  )
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit },
    async (request: FastifyRequest, body: Buffer) => {
      checkDigest(request, body)
      return Object.fromEntries(new URLSearchParams(body.toString('utf8')))
    },
  )
  app.addContentTypeParser('*', async () => undefined)
}
