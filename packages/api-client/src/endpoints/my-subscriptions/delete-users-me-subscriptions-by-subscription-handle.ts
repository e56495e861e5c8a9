// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteUsersMeSubscriptionsBySubscriptionHandle =
  endpoint<'deleteUsersMeSubscriptionsBySubscriptionHandle'>(
    'DELETE',
    '/api/v1/users/me/subscriptions/{subscriptionHandle}',
    'nothing',
  )
