import { boolean, nullable, numberOf, object, text, videoReference } from '../lenient.ts'
import { limits } from '../limits.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { VideoBlacklist } from '../schemas/moderation.ts'

export const addVideoBlock = operation({
  id: 'addVideoBlock',
  method: 'POST',
  path: '/api/v1/videos/{id}/blacklist',
  tag: 'Video Blocks',
  summary: 'Block a video on the platform',
  auth: 'user',
  right: 'MANAGE_VIDEO_BLACKLIST',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () =>
    object({
      reason: nullable(text(limits.blockReason)),
      unfederate: boolean().optional(),
      internalNote: nullable(text(limits.blockReason)),
    }).prefault({}),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const updateVideoBlock = operation({
  id: 'updateVideoBlock',
  method: 'PUT',
  path: '/api/v1/videos/{id}/blacklist',
  tag: 'Video Blocks',
  summary: 'Edit reason of a video block',
  auth: 'user',
  right: 'MANAGE_VIDEO_BLACKLIST',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () =>
    object({ reason: nullable(text(limits.blockReason)), internalNote: nullable(text(limits.blockReason)) }).prefault(
      {},
    ),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})

export const delVideoBlock = operation({
  id: 'delVideoBlock',
  method: 'DELETE',
  path: '/api/v1/videos/{id}/blacklist',
  tag: 'Video Blocks',
  summary: 'Unblock a video',
  auth: 'user',
  right: 'MANAGE_VIDEO_BLACKLIST',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  success: 204,
  in70: true,
})

export const getVideoBlocks = operation({
  id: 'getVideoBlocks',
  method: 'GET',
  path: '/api/v1/videos/blacklist',
  tag: 'Video Blocks',
  summary: 'Page through blocked videos',
  auth: 'user',
  right: 'MANAGE_VIDEO_BLACKLIST',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['id', 'name', 'duration', 'views', 'likes', 'dislikes', 'uuid', 'createdAt'], '-createdAt'),
      type: numberOf([1, 2, 3]).optional(),
      search: text({ min: 1 }).optional(),
    }),
  success: 200,
  response: resultList(VideoBlacklist),
  in70: true,
})
