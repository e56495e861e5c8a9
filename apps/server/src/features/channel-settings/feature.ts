import { defineFeature } from '#foundation/feature.ts'
import { deleteRoute } from './delete-channel.ts'
import { imageRoutes } from './images.routes.ts'
import { announceSupportJob, updateRoute } from './update-channel.ts'

export const channelSettingsFeature = defineFeature({
  name: 'channel-settings',
  operations: [updateRoute, deleteRoute, ...imageRoutes],
  jobs: [announceSupportJob],
})
