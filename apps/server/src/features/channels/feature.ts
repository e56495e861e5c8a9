import { defineFeature } from '#foundation/feature.ts'
import { activitiesRoute } from './activities/activities.routes.ts'
import { collaboratorRoutes } from './collaborators/collaborators.routes.ts'
import { addChannelRoute } from './edit/add-channel.ts'
import { channelRoutes } from './read/channels.routes.ts'

export const channelsFeature = defineFeature({
  name: 'channels',
  operations: [...channelRoutes, addChannelRoute, activitiesRoute, ...collaboratorRoutes],
})
