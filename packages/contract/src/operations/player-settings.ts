import { z } from 'zod'
import { playerThemes } from '../enums.ts'
import { boolean, videoReference, handle } from '../lenient.ts'
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
  params: () => z.object({ id: videoReference() }),
  query: () => z.object({ raw: boolean().default(false) }),
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
  params: () => z.object({ id: videoReference() }),
  body: () => z.object({ theme: z.enum([...playerThemes, 'instance-default', 'channel-default']) }),
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
  params: () => z.object({ channelHandle: handle() }),
  query: () => z.object({ raw: boolean().default(false) }),
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
  params: () => z.object({ channelHandle: handle() }),
  body: () => z.object({ theme: z.enum([...playerThemes, 'instance-default']) }),
  bodyTypes: ['application/json'],
  success: 200,
  response: PlayerChannelSettings,
  in70: false,
})
