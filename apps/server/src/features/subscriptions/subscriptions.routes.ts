import type { FastifyRequest } from 'fastify'
import { splitHandle } from '@sepiola/contract/lenient.ts'
import {
  deleteUsersMeSubscriptionsBySubscriptionHandle,
  getUsersMeSubscriptions,
  getUsersMeSubscriptionsBySubscriptionHandle,
  getUsersMeSubscriptionsExist,
  getUsersMeSubscriptionsVideos,
  postUsersMeSubscriptions,
} from '@sepiola/contract/operations/my-subscriptions.ts'
import { channelView, resolveHandle } from '#features/accounts/public.ts'
import { listVideos, maySearchRemote } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import type { InvalidParam } from '#foundation/http/problem.ts'
import { refusePrivateHosts } from '#foundation/http/refuse-private-hosts.ts'
import { noSubscription, subscribeToHandle, unsubscribe } from './follow-channel.ts'
import { findFollowed, findSubscribedPositions, findSubscription, listSubscriptions } from './subscriptions.sql.ts'

const listRoute = implement(getUsersMeSubscriptions, async ({ ctx, viewer, query }) => {
  const { start, count, sort, search } = query
  const { total, channels } = await listSubscriptions(ctx.db, {
    actorId: viewer.accountActorId,
    ...{ start, count, sort, search },
  })
  return { total, data: channels.map((channel) => channelView(ctx.origin, channel)) }
})

/** `name@host` with a host that may exist; throws 400 (spec 04 §7). */
function refusePrivateHandles(
  { origin }: Pick<Context, 'origin'>,
  { url }: FastifyRequest,
  handles: readonly { value: string; path: string; location: InvalidParam['location'] }[],
): void {
  const fields = handles.map((handle) => ({ ...handle, host: splitHandle(handle.value)?.host ?? '' }))
  refusePrivateHosts(origin, fields, url)
}

const refusePrivateParam = (ctx: Context, request: FastifyRequest, value: string) =>
  refusePrivateHandles(ctx, request, [{ value, path: 'subscriptionHandle', location: 'params' }])

const addRoute = implement(postUsersMeSubscriptions, async ({ ctx, viewer, body, request }) => {
  refusePrivateHandles(ctx, request, [{ value: body.uri, path: 'uri', location: 'body' }])
  await subscribeToHandle(ctx, viewer, body.uri)
})

const existRoute = implement(getUsersMeSubscriptionsExist, async ({ ctx, viewer, query: { uris }, request }) => {
  const handles = uris.map((value) => ({ value, path: 'uris', location: 'query' as const }))
  refusePrivateHandles(ctx, request, handles)
  const addresses = uris.map((uri) => resolveHandle(ctx.origin, uri) ?? { name: uri, host: null })
  const subscribed = await findSubscribedPositions(ctx.db, viewer.accountActorId, addresses)
  return Object.fromEntries(uris.map((uri, index) => [uri, subscribed.has(index)]))
})

const oneRoute = implement(getUsersMeSubscriptionsBySubscriptionHandle, async ({ ctx, viewer, params, request }) => {
  refusePrivateParam(ctx, request, params.subscriptionHandle)
  const address = resolveHandle(ctx.origin, params.subscriptionHandle)
  const channel = address && (await findSubscription(ctx.db, viewer.accountActorId, address))
  if (!channel) throw noSubscription(params.subscriptionHandle)
  return channelView(ctx.origin, channel)
})

const removeRoute = implement(deleteUsersMeSubscriptionsBySubscriptionHandle, async (call) => {
  const { ctx, viewer, params, request } = call
  refusePrivateParam(ctx, request, params.subscriptionHandle)
  await unsubscribe(ctx, viewer, params.subscriptionHandle)
})

const videosRoute = implement(getUsersMeSubscriptionsVideos, async ({ ctx, viewer, query }) => {
  const wanted = await ctx.hooks.filter('filter:api.user.me.subscription-videos.list.params', query)
  const followed = await findFollowed(ctx.db, viewer.accountActorId)
  const scope = { followed, followedOnly: !maySearchRemote(ctx, viewer) }
  const videos = await listVideos(ctx, viewer, wanted, scope)
  return ctx.hooks.filter('filter:api.user.me.subscription-videos.list.result', videos, wanted)
})

export const subscriptionOperations = [listRoute, addRoute, existRoute, oneRoute, removeRoute, videosRoute]
