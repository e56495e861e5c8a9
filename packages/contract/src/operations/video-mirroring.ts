import { z } from 'zod'
import { id, object, videoReference } from '../lenient.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { VideoRedundancy } from '../schemas/redundancy.ts'

export const getMirroredVideos = operation({
  id: 'getMirroredVideos',
  method: 'GET',
  path: '/api/v1/server/redundancy/videos',
  tag: 'Video Mirroring',
  summary: 'Page through cached video copies',
  auth: 'user',
  right: 'MANAGE_VIDEOS_REDUNDANCIES',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['name'], 'name'),
      target: z.enum(['my-videos', 'remote-videos']),
      strategy: z.string().optional(),
    }),
  success: 200,
  response: resultList(VideoRedundancy),
  in70: true,
})

export const putMirroredVideo = operation({
  id: 'putMirroredVideo',
  method: 'POST',
  path: '/api/v1/server/redundancy/videos',
  tag: 'Video Mirroring',
  summary: 'Cache a remote video manually',
  auth: 'user',
  right: 'MANAGE_VIDEOS_REDUNDANCIES',
  rateLimit: 'api',
  body: () => object({ videoId: videoReference() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const delMirroredVideo = operation({
  id: 'delMirroredVideo',
  method: 'DELETE',
  path: '/api/v1/server/redundancy/videos/{redundancyId}',
  tag: 'Video Mirroring',
  summary: 'Drop a cached video copy',
  auth: 'user',
  right: 'MANAGE_VIDEOS_REDUNDANCIES',
  rateLimit: 'api',
  params: () => object({ redundancyId: id() }),
  success: 204,
  in70: true,
})
