import { defineFeature } from '#foundation/feature.ts'
import { accountFollowersRoute } from './account-followers.routes.ts'
import { followersRoute } from './followers.routes.ts'
import { subscriptionOperations } from './subscriptions.routes.ts'

export const subscriptionsFeature = defineFeature({
  name: 'subscriptions',
  operations: [...subscriptionOperations, followersRoute, accountFollowersRoute],
})
