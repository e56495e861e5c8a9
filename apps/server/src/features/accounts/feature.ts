import { defineFeature } from '#foundation/feature.ts'
import { actorKeysJob } from './actors/actor-keys.job.ts'
import { accountRoutes } from './read/accounts.routes.ts'

export const accountsFeature = defineFeature({
  name: 'accounts',
  operations: accountRoutes,
  jobs: [actorKeysJob],
})
