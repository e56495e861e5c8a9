import { getRobotsTxt, getSecurityTxt } from '@sepiola/contract/operations/misc.ts'
import {
  getWellKnownByFilename,
  getWellKnownChangePassword,
  getWellKnownDnt,
  getWellKnownDntPolicyTxt,
  getWellKnownSecurityTxt,
} from '@sepiola/contract/operations/well-known.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendStoredFile } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { keepAnswer } from '../keep-answer.ts'
import { trackingPolicy } from './tracking-policy.ts'

const hour = 3600
const day = 24 * hour

function sendText(ctx: Context, reply: FastifyReply, text: string, seconds: number): FastifyReply {
  return keepAnswer(ctx, reply, seconds).type('text/plain; charset=utf-8').send(text)
}

const textRoutes = [
  implement(getRobotsTxt, ({ ctx, reply }) => sendText(ctx, reply, ctx.settings.current.instance.robots, 2 * hour)),
  implement(getWellKnownSecurityTxt, ({ ctx, reply }) =>
    sendText(ctx, reply, ctx.settings.current.instance.securitytxt, 2 * hour),
  ),
  implement(getSecurityTxt, ({ reply }) => reply.redirect('/.well-known/security.txt', 301)),
  implement(getWellKnownChangePassword, ({ reply }) => reply.redirect('/my-account/security#password', 302)),
  implement(getWellKnownDnt, () => ({ tracking: 'N' as const })),
]

/** What administrators put into the folder counts more than our own text. */
const trackingPolicyRoute = implement(getWellKnownDntPolicyTxt, async ({ ctx, request, reply }) => {
  const key = 'dnt-policy.txt'
  return (await ctx.storage.stat('well_known', key))
    ? sendFile(ctx, request, reply, key)
    : sendText(ctx, reply, trackingPolicy(ctx.settings.current.instance.name), 7 * day)
})

const fileRoute = implement(getWellKnownByFilename, ({ ctx, params, request, reply }) =>
  sendFile(ctx, request, reply, params.filename),
)

/** A file of the administrator's folder `storage.well_known`, such as the proof of a domain. Throws 404. */
async function sendFile(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  key: string,
): Promise<FastifyReply> {
  if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(key)) throw problem(404, 'File not found')
  return sendStoredFile(ctx, request, reply, { area: 'well_known', key }, { maxAge: ctx.testMode ? 0 : day * 1000 })
}

/** Files in folders of that folder, as `acme-challenge/<token>`. */
export function addWellKnownFolders(app: FastifyInstance, ctx: Context): void {
  app.get('/.well-known/*', { config: { rateLimit: 'well_known' } }, (request, reply) =>
    sendFile(ctx, request, reply, (request.params as { '*': string })['*']),
  )
}

export const wellKnownTextRoutes = [...textRoutes, trackingPolicyRoute, fileRoute]
