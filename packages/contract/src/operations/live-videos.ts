import { videoName, videoAttributes, liveAttributes, videoPasswordHeader } from '../fields.ts'
import { id, object, videoReference } from '../lenient.ts'
import { fileRules } from '../limits.ts'
import { operation } from '../operation.ts'
import { sortBy, resultList } from '../pagination.ts'
import { LiveVideoResponse, LiveVideoSessionResponse } from '../schemas/live.ts'
import { VideoUploadResponse } from '../schemas/videos.ts'

export const addLive = operation({
  id: 'addLive',
  method: 'POST',
  path: '/api/v1/videos/live',
  tag: 'Live Videos',
  summary: 'Create a live stream video',
  auth: 'user',
  rateLimit: 'api',
  body: () => object({ ...videoAttributes(), name: videoName(), channelId: id(), ...liveAttributes() }),
  bodyTypes: ['multipart/form-data', 'application/json'],
  files: {
    thumbnailfile: { required: false, ...fileRules.videoImage },
    previewfile: { required: false, ...fileRules.videoImage },
  },
  success: 200,
  response: VideoUploadResponse,
  in70: true,
})

export const getLiveId = operation({
  id: 'getLiveId',
  method: 'GET',
  path: '/api/v1/videos/live/{id}',
  tag: 'Live Videos',
  summary: 'Read live stream settings',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  success: 200,
  response: LiveVideoResponse,
  in70: true,
})

export const updateLiveId = operation({
  id: 'updateLiveId',
  method: 'PUT',
  path: '/api/v1/videos/live/{id}',
  tag: 'Live Videos',
  summary: 'Change live stream settings',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () => object({ ...liveAttributes() }).prefault({}),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const getVideosLiveByIdSessions = operation({
  id: 'getVideosLiveByIdSessions',
  method: 'GET',
  path: '/api/v1/videos/live/{id}/sessions',
  tag: 'Live Videos',
  summary: 'Past broadcasts of a live',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  query: () => object({ sort: sortBy(['startDate'], 'startDate') }),
  success: 200,
  response: resultList(LiveVideoSessionResponse),
  in70: true,
})

export const getVideosByIdLiveSession = operation({
  id: 'getVideosByIdLiveSession',
  method: 'GET',
  path: '/api/v1/videos/{id}/live-session',
  tag: 'Live Videos',
  summary: 'Broadcast a replay came from',
  auth: 'optional',
  ignoresBadToken: true,
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  headers: () => object({ ...videoPasswordHeader() }),
  success: 200,
  response: LiveVideoSessionResponse,
  in70: true,
})
