import { z } from 'zod'
import { videoPasswordHeader } from '../fields.ts'
import { object, videoReference } from '../lenient.ts'
import { operation } from '../operation.ts'

export const putVideosByIdRate = operation({
  id: 'putVideosByIdRate',
  method: 'PUT',
  path: '/api/v1/videos/{id}/rate',
  tag: 'Video Rates',
  summary: 'Vote on a video',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  headers: () => object({ ...videoPasswordHeader() }),
  body: () => object({ rating: z.enum(['like', 'dislike', 'none']) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})
