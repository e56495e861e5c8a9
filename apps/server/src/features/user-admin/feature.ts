import { defineFeature } from '#foundation/feature.ts'
import { blockRoutes } from './block/block.routes.ts'
import { updateUserRoutes } from './edit/update-user.routes.ts'
import { listRoutes } from './list/list.routes.ts'
import { removeRoutes } from './remove/remove.routes.ts'

export const userAdminFeature = defineFeature({
  name: 'user-admin',
  operations: [...listRoutes, ...updateUserRoutes, ...blockRoutes, ...removeRoutes],
})
