import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

const name = 'x-sepiola-internal'
const key = randomBytes(24).toString('hex')

/** Marks a request that this process makes to itself (the data of a page that it renders): no limiter counts it. */
export function internalHeaders(): Record<string, string> {
  return { [name]: key }
}

export function isInternal(request: FastifyRequest): boolean {
  return request.headers[name] === key
}
