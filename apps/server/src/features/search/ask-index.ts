import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#foundation/context.ts'
import { invalidParams, problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { fetchRemoteJson } from '#foundation/net/fetch-remote-json.ts'
import { findMutedNames } from './muted-names.sql.ts'

type Kind = 'videos' | 'video-channels' | 'video-playlists'

/** Whether a search goes to the search index of `search.search_index.*` (spec 03 §21). Throws 400 when it may not. */
export function asksIndex(ctx: Context, target: string | undefined, request: FastifyRequest): boolean {
  const { enabled, is_default_search } = ctx.settings.current.search.search_index
  if (target === 'search-index' && !enabled) {
    const msg = 'The search index is not enabled on this server'
    const field = { type: 'field', value: target, msg, path: 'searchTarget', location: 'query' } as const
    throw invalidParams([field], request.url)
  }
  return enabled && (target === 'search-index' || (target === undefined && is_default_search))
}

/** Sends the index's own answer, which is not this server's to check. Throws 500 when there is none, as clients expect of a search. */
export async function searchIndex(
  ctx: Context,
  viewer: Viewer | undefined,
  kind: Kind,
  query: object,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const muted = await findMutedNames(ctx.db, viewer?.accountId ?? null, ctx.origin.host)
  const policy = viewer?.nsfwPolicy ?? ctx.settings.current.instance.default_nsfw_policy
  const nsfw = kind === 'videos' ? { nsfw: policy === 'do_not_list' ? 'false' : 'both' } : {}
  const body = await ctx.hooks.filter(`filter:api.search.${kind}.index.list.params`, { ...nsfw, ...query, ...muted })
  const url = `${ctx.settings.current.search.search_index.url.replace(/\/$/, '')}/api/v1/search/${kind}`
  const answer = await fetchRemoteJson(ctx, url, { post: body }).catch((error: unknown) => {
    ctx.log.warn({ err: error, url }, 'The search index does not answer')
    throw problem(500, 'The search index does not answer.')
  })
  const found = await ctx.hooks.filter(`filter:api.search.${kind}.index.list.result`, answer)
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(found))
}
