import { videoPasswords } from '../fields.ts'
import { id, object, text, videoReference } from '../lenient.ts'
import { limits } from '../limits.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { VideoPassword } from '../schemas/video-extras.ts'

export const listVideoPasswords = operation({
  id: 'listVideoPasswords',
  method: 'GET',
  path: '/api/v1/videos/{id}/passwords',
  tag: 'Video Passwords',
  summary: 'List video passwords',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  query: () => object({ ...sortedPage(['createdAt'], '-createdAt') }),
  success: 200,
  response: resultList(VideoPassword),
  in70: true,
})

export const addVideoPassword = operation({
  id: 'addVideoPassword',
  method: 'POST',
  path: '/api/v1/videos/{id}/passwords',
  tag: 'Video Passwords',
  summary: 'Append one video password',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () => object({ password: text(limits.videoPassword) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})

export const updateVideoPasswordList = operation({
  id: 'updateVideoPasswordList',
  method: 'PUT',
  path: '/api/v1/videos/{id}/passwords',
  tag: 'Video Passwords',
  summary: 'Overwrite the video password list',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () => object({ passwords: videoPasswords() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const removeVideoPassword = operation({
  id: 'removeVideoPassword',
  method: 'DELETE',
  path: '/api/v1/videos/{id}/passwords/{passwordId}',
  tag: 'Video Passwords',
  summary: 'Remove one video password',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference(), passwordId: id() }),
  success: 204,
  in70: true,
})
