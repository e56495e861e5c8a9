import type { FastifyRequest } from 'fastify'
import { getAccountVideos } from '@sepiola/contract/operations/accounts.ts'
import { getUsersMeVideos } from '@sepiola/contract/operations/my-user.ts'
import { getVideoChannelVideos, getVideos } from '@sepiola/contract/operations/video.ts'
import { requireAccount } from '#features/accounts/public.ts'
import { requireChannel, requireManagedChannel } from '#features/channels/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { answerOnce } from './answer-cache.ts'
import { listVideos, maySearchRemote } from './list-videos.ts'

const param = (request: FastifyRequest, name: string) => (request.params as Record<string, string>)[name]!

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
        accountIds.set(request, (await requireAccount(ctx, param(request, 'name'))).id)
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
        channelIds.set(request, (await requireChannel(ctx, param(request, 'channelHandle'))).id)
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
