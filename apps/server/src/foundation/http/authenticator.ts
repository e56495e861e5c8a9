import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { Viewer } from './viewer.ts'

/**
 * Finds who asks from the request's token. Resolves to undefined when no token was sent; throws the problem
 * `invalid_token` or `invalid_request` when one was sent that does not hold (spec 01 §3.2).
 */
export type Authenticator = (ctx: Context, request: FastifyRequest) => Promise<Viewer | undefined>

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer | undefined
  }
}
