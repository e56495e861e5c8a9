// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const deleteUsersMeSubscriptionsBySubscriptionHandle =
  endpoint<'deleteUsersMeSubscriptionsBySubscriptionHandle'>(
    'DELETE',
    '/api/v1/users/me/subscriptions/{subscriptionHandle}',
    'nothing',
  )
export const getUsersMeSubscriptions = endpoint<'getUsersMeSubscriptions'>(
  'GET',
  '/api/v1/users/me/subscriptions',
  'json',
)
export const getUsersMeSubscriptionsBySubscriptionHandle = endpoint<'getUsersMeSubscriptionsBySubscriptionHandle'>(
  'GET',
  '/api/v1/users/me/subscriptions/{subscriptionHandle}',
  'json',
)
export const getUsersMeSubscriptionsExist = endpoint<'getUsersMeSubscriptionsExist'>(
  'GET',
  '/api/v1/users/me/subscriptions/exist',
  'json',
)
export const getUsersMeSubscriptionsVideos = endpoint<'getUsersMeSubscriptionsVideos'>(
  'GET',
  '/api/v1/users/me/subscriptions/videos',
  'json',
)
export const postUsersMeSubscriptions = endpoint<'postUsersMeSubscriptions'>(
  'POST',
  '/api/v1/users/me/subscriptions',
  'nothing',
  'json',
)
