import type { FastifyReply } from 'fastify'
import type { Context } from '#foundation/context.ts'

/** Clients may keep the answer for so many seconds; nothing is kept in test mode (spec 01 §6, 11). */
export function keepAnswer(ctx: Context, reply: FastifyReply, seconds: number): FastifyReply {
  return ctx.testMode ? reply : reply.header('cache-control', `max-age=${seconds}`)
}
