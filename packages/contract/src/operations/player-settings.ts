import { z } from 'zod'
import { playerThemes } from '../enums.ts'
import { boolean, handle, object, videoReference } from '../lenient.ts'
import { operation } from '../operation.ts'
import { PlayerChannelSettings, PlayerVideoSettings } from '../schemas/player-settings.ts'

export const getVideoPlayerSettings = operation({
  id: 'getVideoPlayerSettings',
  method: 'GET',
  path: '/api/v1/player-settings/videos/{id}',
  tag: 'Player Settings',
  summary: 'Player theme chosen for a video',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  query: () => object({ raw: boolean().default(false) }),
  success: 200,
  response: PlayerVideoSettings,
  in70: false,
})

export const updateVideoPlayerSettings = operation({
  id: 'updateVideoPlayerSettings',
  method: 'PUT',
  path: '/api/v1/player-settings/videos/{id}',
  tag: 'Player Settings',
  summary: 'Choose player theme of a video',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () => object({ theme: z.enum([...playerThemes, 'instance-default', 'channel-default']) }),
  bodyTypes: ['application/json'],
  success: 200,
  response: PlayerVideoSettings,
  in70: false,
})

export const getChannelPlayerSettings = operation({
  id: 'getChannelPlayerSettings',
  method: 'GET',
  path: '/api/v1/player-settings/video-channels/{channelHandle}',
  tag: 'Player Settings',
  summary: 'Player theme chosen for a channel',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  query: () => object({ raw: boolean().default(false) }),
  success: 200,
  response: PlayerChannelSettings,
  in70: false,
})

export const updateChannelPlayerSettings = operation({
  id: 'updateChannelPlayerSettings',
  method: 'PUT',
  path: '/api/v1/player-settings/video-channels/{channelHandle}',
  tag: 'Player Settings',
  summary: 'Choose player theme of a channel',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  body: () => object({ theme: z.enum([...playerThemes, 'instance-default']) }),
  bodyTypes: ['application/json'],
  success: 200,
  response: PlayerChannelSettings,
  in70: false,
})
