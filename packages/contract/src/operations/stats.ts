import { z } from 'zod'
import { boolean, integer, object, videoReference, largeInteger } from '../lenient.ts'
import { operation } from '../operation.ts'
import { ServerStats } from '../schemas/server-stats.ts'

export const getInstanceStats = operation({
  id: 'getInstanceStats',
  method: 'GET',
  path: '/api/v1/server/stats',
  tag: 'Stats',
  summary: 'Platform counters',
  auth: 'none',
  rateLimit: 'api',
  success: 200,
  response: ServerStats,
  in70: true,
})

export const postMetricsPlayback = operation({
  id: 'postMetricsPlayback',
  method: 'POST',
  path: '/api/v1/metrics/playback',
  tag: 'Stats',
  summary: 'Player pushes playback metrics',
  auth: 'none',
  rateLimit: 'api',
  body: () =>
    object({
      playerMode: z.enum(['web-video', 'p2p-media-loader']),
      resolution: integer({ min: 0 }),
      fps: integer({ min: 0 }).optional(),
      p2pEnabled: boolean(),
      p2pPeers: integer({ min: 0 }).optional(),
      resolutionChanges: integer({ min: 0 }),
      bufferStalled: integer({ min: 0 }).optional(),
      errors: integer({ min: 0 }),
      downloadedBytesP2P: largeInteger({ min: 0 }),
      downloadedBytesHTTP: largeInteger({ min: 0 }),
      uploadedBytesP2P: largeInteger({ min: 0 }),
      videoId: videoReference(),
    }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})
