import { z } from 'zod'
import { studioTasks } from '../fields.ts'
import { boolean, object, videoReference } from '../lenient.ts'
import { operation } from '../operation.ts'

export const postVideosByIdStudioEdit = operation({
  id: 'postVideosByIdStudioEdit',
  method: 'POST',
  path: '/api/v1/videos/{id}/studio/edit',
  tag: 'Video Transcoding',
  summary: 'Queue editing tasks on a video',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () => object({ tasks: studioTasks() }),
  bodyTypes: ['multipart/form-data', 'application/json'],
  success: 204,
  in70: true,
})

export const createVideoTranscoding = operation({
  id: 'createVideoTranscoding',
  method: 'POST',
  path: '/api/v1/videos/{id}/transcoding',
  tag: 'Video Transcoding',
  summary: 'Queue transcoding of a video',
  auth: 'user',
  right: 'RUN_VIDEO_TRANSCODING',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () => object({ transcodingType: z.enum(['hls', 'web-video']), forceTranscoding: boolean().default(false) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})
