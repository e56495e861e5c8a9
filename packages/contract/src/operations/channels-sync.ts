import { z } from 'zod'
import { externalChannelUrl } from '../fields.ts'
import { id, object } from '../lenient.ts'
import { operation } from '../operation.ts'
import { VideoChannelSync } from '../schemas/imports.ts'

export const addVideoChannelSync = operation({
  id: 'addVideoChannelSync',
  method: 'POST',
  path: '/api/v1/video-channel-syncs',
  tag: 'Channels Sync',
  summary: 'Mirror an external channel continuously',
  auth: 'user',
  rateLimit: 'api',
  body: () => object({ externalChannelUrl: externalChannelUrl(), videoChannelId: id() }),
  bodyTypes: ['application/json'],
  success: 200,
  response: () => z.strictObject({ videoChannelSync: VideoChannelSync() }),
  in70: true,
})

export const delVideoChannelSync = operation({
  id: 'delVideoChannelSync',
  method: 'DELETE',
  path: '/api/v1/video-channel-syncs/{channelSyncId}',
  tag: 'Channels Sync',
  summary: 'Stop mirroring an external channel',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelSyncId: id() }),
  success: 204,
  in70: true,
})

export const triggerVideoChannelSync = operation({
  id: 'triggerVideoChannelSync',
  method: 'POST',
  path: '/api/v1/video-channel-syncs/{channelSyncId}/sync',
  tag: 'Channels Sync',
  summary: 'Mirror an external channel now',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelSyncId: id() }),
  success: 204,
  in70: true,
})
