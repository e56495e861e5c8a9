import type { FastifyRequest } from 'fastify'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { ReadCredentials } from '../read/require-video.ts'
import { countDownload } from './download.sql.ts'

/** Slashes would be folders where the file is saved. */
export const safeName = (name: string) => name.replaceAll(/[/\\]/g, '_')

/** The password and the file token that came with the request. */
export function credentialsOf(request: FastifyRequest): ReadCredentials {
  const { videoFileToken } = request.query as Record<string, unknown>
  const password = request.headers['x-peertube-video-password']
  return {
    password: typeof password === 'string' ? password : undefined,
    fileToken: typeof videoFileToken === 'string' ? videoFileToken : undefined,
  }
}

/** 403 when a plugin refuses (spec 08 §9.3). */
export async function askForDownload(ctx: Context, hook: `filter:${string}`, context: object): Promise<void> {
  const allowed: { allowed: boolean; errorMessage?: string } | undefined = await ctx.hooks.filter(
    hook,
    { allowed: true },
    context,
  )
  if (allowed?.allowed !== true) throw problem(403, allowed?.errorMessage ?? 'Refused to download')
}

/** Only what starts at the beginning is a new download; the rest are its continuations. */
export async function countOnce(ctx: Context, request: FastifyRequest, videoId: number): Promise<void> {
  if (request.method !== 'GET' || /^bytes=[1-9]/.test(request.headers.range ?? '')) return
  await countDownload(ctx.db, videoId, ctx.clock.now())
}
