import type { FastifyRequest } from 'fastify'
import { getAccountVideos } from '@sepiola/contract/operations/accounts.ts'
import { getUsersMeVideos } from '@sepiola/contract/operations/my-user.ts'
import { getVideoChannelVideos, getVideos } from '@sepiola/contract/operations/video.ts'
import { requireAccount } from '#features/accounts/public.ts'
import { requireChannel, requireManagedChannel } from '#features/channels/public.ts'
import { answerOnce } from '#foundation/answers/answer-once.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { listVideos, maySearchRemote } from './list-videos.ts'
import { videoCaches } from './video-caches.ts'

const param = (request: FastifyRequest, name: string) => (request.params as Record<string, string>)[name]!

/** ms that a handle means the same actor while no channel or account was told to change. */
const handleLifetime = 60_000

/** The id behind a handle, looked up once for all who ask; `find` throws 404. */
async function rememberId(ctx: Context, name: string, find: () => Promise<{ id: number }>): Promise<number> {
  const caches = videoCaches(ctx)
  if (!caches) return (await find()).id
  const ids = await caches.ids.get(name, handleLifetime, async () => Int32Array.of((await find()).id))
  return ids[0]!
}

// Handles are looked up before the field rules, so that an unknown one is 404 whatever the query (spec 01 §2.1).
const accountIds = new WeakMap<FastifyRequest, number>()
const channelIds = new WeakMap<FastifyRequest, number>()

export const listOperations = [
  implement(getVideos, ({ ctx, viewer, query }) =>
    answerOnce(ctx, viewer, ['videos', query], () => listVideos(ctx, viewer, query, { followedOnly: true })),
  ),

  implement(
    getAccountVideos,
    ({ ctx, viewer, query, request }) => {
      const accountId = accountIds.get(request)!
      const scope = { accountId, followedOnly: !maySearchRemote(ctx, viewer) }
      return answerOnce(ctx, viewer, ['account', scope, query], () => listVideos(ctx, viewer, query, scope))
    },
    {
      async before({ ctx, request }) {
        const name = param(request, 'name')
        accountIds.set(request, await rememberId(ctx, `account ${name}`, () => requireAccount(ctx, name)))
      },
    },
  ),

  implement(
    getVideoChannelVideos,
    ({ ctx, viewer, query, request }) => {
      const channelId = channelIds.get(request)!
      const scope = { channelId, followedOnly: !maySearchRemote(ctx, viewer) }
      return answerOnce(ctx, viewer, ['channel', scope, query], () => listVideos(ctx, viewer, query, scope))
    },
    {
      async before({ ctx, request }) {
        const name = param(request, 'channelHandle')
        channelIds.set(request, await rememberId(ctx, `channel ${name}`, () => requireChannel(ctx, name)))
      },
    },
  ),

  implement(getUsersMeVideos, async ({ ctx, viewer, query }) => {
    const { channelId, channelNameOneOf, includeCollaborations } = query
    if (channelId !== undefined) await requireManagedChannel(ctx, viewer, channelId)
    return listVideos(ctx, viewer, query, {
      own: true,
      followedOnly: false,
      // A channel that the viewer collaborates on is no channel of the account.
      ...(channelId === undefined
        ? { accountId: viewer.accountId, collaborations: includeCollaborations ?? false }
        : { channelId }),
      channelNames: channelNameOneOf,
    })
  }),
]
