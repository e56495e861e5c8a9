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
import { implement } from '#foundation/http/implement.ts'
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

const addRoute = implement(postUsersMeSubscriptions, async ({ ctx, viewer, body }) => {
  await subscribeToHandle(ctx, viewer, body.uri)
})

const existRoute = implement(getUsersMeSubscriptionsExist, async ({ ctx, viewer, query: { uris } }) => {
  const addresses = uris.map((uri) => resolveHandle(ctx.origin, uri) ?? { name: uri, host: null })
  const subscribed = await findSubscribedPositions(ctx.db, viewer.accountActorId, addresses)
  return Object.fromEntries(uris.map((uri, index) => [uri, subscribed.has(index)]))
})

const oneRoute = implement(getUsersMeSubscriptionsBySubscriptionHandle, async ({ ctx, viewer, params }) => {
  const address = resolveHandle(ctx.origin, params.subscriptionHandle)
  const channel = address && (await findSubscription(ctx.db, viewer.accountActorId, address))
  if (!channel) throw noSubscription(params.subscriptionHandle)
  return channelView(ctx.origin, channel)
})

const removeRoute = implement(deleteUsersMeSubscriptionsBySubscriptionHandle, async ({ ctx, viewer, params }) => {
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
