import type { FastifyRequest } from 'fastify'
import { getVideoChannelFollowers } from '@sepiola/contract/operations/video-channels.ts'
import { resolveHandle } from '#features/accounts/public.ts'
import { findChannelAccessByName, isChannelManager } from '#features/channels/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { followView } from './follow.view.ts'
import { listFollowers } from './followers.sql.ts'

// The channel comes before the rules of the page (spec 04, rights recap).
const actorIds = new WeakMap<FastifyRequest, number>()

export const followersRoute = implement(
  getVideoChannelFollowers,
  async ({ ctx, query, request }) => {
    const { start, count, sort, search } = query
    const { total, follows } = await listFollowers(ctx.db, {
      targetActorIds: [actorIds.get(request)!],
      localHost: ctx.origin.host,
      ...{ start, count, sort, search },
    })
    return { total, data: follows.map((follow) => followView(ctx.origin, follow)) }
  },
  {
    async before({ ctx, viewer, request }) {
      const { channelHandle } = request.params as { channelHandle: string }
      actorIds.set(request, await requireActorOfManaged(ctx, viewer!, channelHandle))
    },
  },
)

/** Unlike elsewhere the channel may live on another server. Throws 404, 403. */
async function requireActorOfManaged(ctx: Context, viewer: Viewer, handle: string): Promise<number> {
  const address = resolveHandle(ctx.origin, handle)
  const channel = address && (await findChannelAccessByName(ctx.db, address.name, address.host, viewer.accountId))
  if (!channel) throw problem(404, 'Video channel not found')
  if (!isChannelManager(viewer, channel)) throw problem(403, 'Only who manages this channel can see its followers.')
  return channel.actorId
}
