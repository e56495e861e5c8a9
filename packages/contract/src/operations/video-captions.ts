import { videoPasswordHeader } from '../fields.ts'
import { boolean, object, text, videoReference } from '../lenient.ts'
import { limits, fileRules } from '../limits.ts'
import { operation } from '../operation.ts'
import { resultList } from '../pagination.ts'
import { VideoCaption } from '../schemas/video-files.ts'

export const getVideoCaptions = operation({
  id: 'getVideoCaptions',
  method: 'GET',
  path: '/api/v1/videos/{id}/captions',
  tag: 'Video Captions',
  summary: 'Subtitle tracks of a video',
  auth: 'optional',
  ignoresBadToken: true,
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  headers: () => object({ ...videoPasswordHeader() }),
  success: 200,
  response: resultList(VideoCaption),
  in70: true,
})

export const generateVideoCaption = operation({
  id: 'generateVideoCaption',
  method: 'POST',
  path: '/api/v1/videos/{id}/captions/generate',
  tag: 'Video Captions',
  summary: 'Queue automatic transcription',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () => object({ forceTranscription: boolean().default(false) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const addVideoCaption = operation({
  id: 'addVideoCaption',
  method: 'PUT',
  path: '/api/v1/videos/{id}/captions/{captionLanguage}',
  tag: 'Video Captions',
  summary: 'Store a subtitle track',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference(), captionLanguage: text(limits.videoLanguage) }),
  bodyTypes: ['multipart/form-data'],
  files: { captionfile: { required: true, ...fileRules.caption } },
  success: 204,
  in70: true,
})

export const delVideoCaption = operation({
  id: 'delVideoCaption',
  method: 'DELETE',
  path: '/api/v1/videos/{id}/captions/{captionLanguage}',
  tag: 'Video Captions',
  summary: 'Remove a subtitle track',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference(), captionLanguage: text(limits.videoLanguage) }),
  success: 204,
  in70: true,
})
