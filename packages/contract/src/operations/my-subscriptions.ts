import { z } from 'zod'
import { arrayOf, handleWithHost, object, text } from '../lenient.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList, countableList } from '../pagination.ts'
import { VideoChannel } from '../schemas/actors.ts'
import { Video } from '../schemas/videos.ts'
import { videoFilters, videoSorts } from '../video-filters.ts'

export const getUsersMeSubscriptions = operation({
  id: 'getUsersMeSubscriptions',
  method: 'GET',
  path: '/api/v1/users/me/subscriptions',
  tag: 'My Subscriptions',
  summary: 'Channels the caller follows',
  auth: 'user',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['id', 'createdAt', 'channelUpdatedAt'], '-createdAt'),
      search: text({ min: 1 }).optional(),
    }),
  success: 200,
  response: resultList(VideoChannel),
  in70: true,
})

export const postUsersMeSubscriptions = operation({
  id: 'postUsersMeSubscriptions',
  method: 'POST',
  path: '/api/v1/users/me/subscriptions',
  tag: 'My Subscriptions',
  summary: 'Follow a channel',
  auth: 'user',
  rateLimit: 'api',
  body: () => object({ uri: handleWithHost() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const getUsersMeSubscriptionsExist = operation({
  id: 'getUsersMeSubscriptionsExist',
  method: 'GET',
  path: '/api/v1/users/me/subscriptions/exist',
  tag: 'My Subscriptions',
  summary: 'Test whether channels are followed',
  auth: 'user',
  rateLimit: 'api',
  query: () => object({ uris: arrayOf(handleWithHost()) }),
  success: 200,
  response: () => z.record(z.string(), z.boolean()),
  in70: true,
})

export const getUsersMeSubscriptionsVideos = operation({
  id: 'getUsersMeSubscriptionsVideos',
  method: 'GET',
  path: '/api/v1/users/me/subscriptions/videos',
  tag: 'My Subscriptions',
  summary: 'Videos from followed channels',
  auth: 'user',
  rateLimit: 'api',
  query: () => object({ ...sortedPage(videoSorts, '-publishedAt'), ...videoFilters() }),
  success: 200,
  response: countableList(Video),
  in70: true,
})

export const getUsersMeSubscriptionsBySubscriptionHandle = operation({
  id: 'getUsersMeSubscriptionsBySubscriptionHandle',
  method: 'GET',
  path: '/api/v1/users/me/subscriptions/{subscriptionHandle}',
  tag: 'My Subscriptions',
  summary: 'Fetch one followed channel',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ subscriptionHandle: handleWithHost() }),
  success: 200,
  response: VideoChannel,
  in70: true,
})

export const deleteUsersMeSubscriptionsBySubscriptionHandle = operation({
  id: 'deleteUsersMeSubscriptionsBySubscriptionHandle',
  method: 'DELETE',
  path: '/api/v1/users/me/subscriptions/{subscriptionHandle}',
  tag: 'My Subscriptions',
  summary: 'Unfollow a channel',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ subscriptionHandle: handleWithHost() }),
  success: 204,
  in70: true,
})
