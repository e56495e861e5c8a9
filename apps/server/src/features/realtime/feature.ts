import {
  wsSocketIoLiveVideos,
  wsSocketIoRunners,
  wsSocketIoUserNotifications,
} from '@sepiola/contract/operations/realtime.ts'
import { defineFeature } from '#foundation/feature.ts'
import { implement } from '#foundation/http/implement.ts'
import { onVideoPublished } from './on-video-published.ts'
import { addSocketRoutes } from './socket-routes.ts'

const byUpgrade = () => {
  throw new Error('Namespaces are no requests.')
}

export const realtimeFeature = defineFeature({
  name: 'realtime',
  operations: [wsSocketIoUserNotifications, wsSocketIoLiveVideos, wsSocketIoRunners].map((namespace) =>
    implement(namespace, byUpgrade),
  ),
  routes: addSocketRoutes,
  subscriptions: [onVideoPublished],
})
