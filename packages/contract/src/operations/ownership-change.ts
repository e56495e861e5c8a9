import { handle, id, integer, numberOf, object, text, videoReference } from '../lenient.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { ChangeOwnership } from '../schemas/ownership.ts'

export const getVideosOwnership = operation({
  id: 'getVideosOwnership',
  method: 'GET',
  path: '/api/v1/videos/ownership',
  tag: 'Ownership Change',
  summary: 'Video transfers offered to caller',
  auth: 'user',
  rateLimit: 'api',
  query: () => object({ ...sortedPage(['createdAt'], 'createdAt') }),
  success: 200,
  response: resultList(ChangeOwnership),
  in70: true,
})

export const postVideosOwnershipByIdAccept = operation({
  id: 'postVideosOwnershipByIdAccept',
  method: 'POST',
  path: '/api/v1/videos/ownership/{id}/accept',
  tag: 'Ownership Change',
  summary: 'Take an offered video',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  body: () => object({ channelId: integer() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const postVideosOwnershipByIdRefuse = operation({
  id: 'postVideosOwnershipByIdRefuse',
  method: 'POST',
  path: '/api/v1/videos/ownership/{id}/refuse',
  tag: 'Ownership Change',
  summary: 'Turn down an offered video',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  success: 204,
  in70: true,
})

export const deleteVideosOwnershipById = operation({
  id: 'deleteVideosOwnershipById',
  method: 'DELETE',
  path: '/api/v1/videos/ownership/{id}',
  tag: 'Ownership Change',
  summary: 'Withdraw a video transfer',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  success: 204,
  in70: false,
})

export const getVideosByVideoIdOrUUIDOwnership = operation({
  id: 'getVideosByVideoIdOrUUIDOwnership',
  method: 'GET',
  path: '/api/v1/videos/{videoIdOrUUID}/ownership',
  tag: 'Ownership Change',
  summary: 'Transfers concerning one video',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ videoIdOrUUID: videoReference() }),
  query: () => object({ ...sortedPage(['createdAt'], 'createdAt'), state: numberOf([1, 2, 3]).optional() }),
  success: 200,
  response: resultList(ChangeOwnership),
  in70: false,
})

export const postVideosByVideoIdOrUUIDGiveOwnership = operation({
  id: 'postVideosByVideoIdOrUUIDGiveOwnership',
  method: 'POST',
  path: '/api/v1/videos/{videoIdOrUUID}/give-ownership',
  tag: 'Ownership Change',
  summary: 'Offer a video to another user',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ videoIdOrUUID: videoReference() }),
  body: () => object({ username: text({ min: 1 }) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const getVideoChannelsOwnership = operation({
  id: 'getVideoChannelsOwnership',
  method: 'GET',
  path: '/api/v1/video-channels/ownership',
  tag: 'Ownership Change',
  summary: 'Channel transfers offered to caller',
  auth: 'user',
  rateLimit: 'api',
  query: () => object({ ...sortedPage(['createdAt'], 'createdAt') }),
  success: 200,
  response: resultList(ChangeOwnership),
  in70: false,
})

export const postVideoChannelsOwnershipByIdAccept = operation({
  id: 'postVideoChannelsOwnershipByIdAccept',
  method: 'POST',
  path: '/api/v1/video-channels/ownership/{id}/accept',
  tag: 'Ownership Change',
  summary: 'Take an offered channel',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  success: 204,
  in70: false,
})

export const postVideoChannelsOwnershipByIdRefuse = operation({
  id: 'postVideoChannelsOwnershipByIdRefuse',
  method: 'POST',
  path: '/api/v1/video-channels/ownership/{id}/refuse',
  tag: 'Ownership Change',
  summary: 'Turn down an offered channel',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  success: 204,
  in70: false,
})

export const deleteVideoChannelsOwnershipById = operation({
  id: 'deleteVideoChannelsOwnershipById',
  method: 'DELETE',
  path: '/api/v1/video-channels/ownership/{id}',
  tag: 'Ownership Change',
  summary: 'Withdraw a channel transfer',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  success: 204,
  in70: false,
})

export const getVideoChannelsByChannelHandleOwnership = operation({
  id: 'getVideoChannelsByChannelHandleOwnership',
  method: 'GET',
  path: '/api/v1/video-channels/{channelHandle}/ownership',
  tag: 'Ownership Change',
  summary: 'Transfers concerning one channel',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  query: () => object({ ...sortedPage(['createdAt'], 'createdAt'), state: numberOf([1, 2, 3]).optional() }),
  success: 200,
  response: resultList(ChangeOwnership),
  in70: false,
})

export const postVideoChannelsByChannelHandleGiveOwnership = operation({
  id: 'postVideoChannelsByChannelHandleGiveOwnership',
  method: 'POST',
  path: '/api/v1/video-channels/{channelHandle}/give-ownership',
  tag: 'Ownership Change',
  summary: 'Offer a channel to another user',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  body: () => object({ username: text({ min: 1 }) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})
