import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#foundation/context.ts'
import { hasEntityTag } from '#foundation/http/has-entity-tag.ts'
import { feedCache, feedLifetime, type KeptFeed } from './feed-cache.ts'
import { chooseType } from './render/feed-format.ts'

export interface FeedAnswer {
  request: FastifyRequest
  reply: FastifyReply
  /** Content types that the text may be called, best first. */
  types: readonly string[]
  build: () => Promise<string>
  /** For this requester alone: nobody else gets it, and no cache on the way may keep it. */
  personal?: boolean
  /** What the text depends on besides its address, when no change of it is told. */
  version?: string
}

/** Answers with a feed, kept per address (spec 01 §6, 03 §20); 304 to a reader that has it already. Throws 406. */
export async function serveFeed(ctx: Context, answer: FeedAnswer): Promise<FastifyReply> {
  const { request, reply, types, build, personal = false, version = '' } = answer
  const type = chooseType(request.headers.accept, types)
  reply.headers({ 'cache-control': 'no-cache, no-store, must-revalidate', vary: 'Accept' })
  const now = ctx.clock.now().getTime()
  const create = async (): Promise<KeptFeed> => ({ text: Buffer.from(await build()), until: now + feedLifetime })
  const cache = personal ? undefined : feedCache(ctx)
  const feed = cache ? await cache.get(`${types[0]} ${version} ${request.url}`, feedLifetime, create) : await create()
  if (cache) reply.header('cache-control', `max-age=${Math.max(0, Math.ceil((feed.until - now) / 1000))}`)
  const tag = `"${createHash('sha1').update(feed.text).digest('base64url')}"`
  reply.header('etag', tag)
  if (hasEntityTag(request, tag)) return reply.code(304).send()
  return reply.type(`${type}; charset=utf-8`).send(feed.text)
}
