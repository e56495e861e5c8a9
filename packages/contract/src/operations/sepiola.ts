/** Operations that PeerTube does not have. */
import { z } from 'zod'
import { object, videoReference } from '../lenient.ts'
import { define, operation } from '../operation.ts'

const labelled = define(() => object({ id: z.int(), label: z.string() }))

export const RenditionProgress = define(() =>
  object({
    /** 0 = audio only. */
    resolution: labelled(),
    fps: z.int(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    /** Percent. */
    progress: z.int().min(0).max(100),
    error: z.string().optional(),
  }),
)

export const TranscodingProgress = define(() =>
  object({
    /** State of the video. */
    state: labelled(),
    /** Best resolution first. */
    renditions: z.array(RenditionProgress()),
    /** Something can be played now. */
    playable: z.boolean(),
    /** Why the transcoding failed. */
    error: z.string().optional(),
  }),
)

export const getVideoTranscodingProgress = operation({
  id: 'getVideoTranscodingProgress',
  method: 'GET',
  path: '/api/v1/videos/{id}/transcoding-progress',
  tag: 'Sepiola',
  summary: 'How far the transcoding of a video is, per rendition',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  success: 200,
  response: TranscodingProgress,
  in70: false,
})
