import type { FastifyRequest } from 'fastify'

const opaque = (tag: string): string => tag.replace(/^W\//, '')

/** Whether the client has the answer of this tag already: the weak comparison of `If-None-Match` (RFC 9110 §13.1.2). */
export function hasEntityTag(request: FastifyRequest, tag: string): boolean {
  const known = request.headers['if-none-match']?.split(/,\s*/) ?? []
  return known.some((one) => opaque(one) === opaque(tag))
}
