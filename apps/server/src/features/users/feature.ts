import { defineFeature } from '#foundation/feature.ts'
import { addUserRoutes } from './create/add-user.routes.ts'
import { meRoutes } from './me/me.routes.ts'

export const usersFeature = defineFeature({
  name: 'users',
  operations: [...meRoutes, ...addUserRoutes],
})
