import { id, object, videoReference } from '../lenient.ts'
import { operation } from '../operation.ts'
import { VideoFileMetadata } from '../schemas/video-files.ts'

export const delVideoHLS = operation({
  id: 'delVideoHLS',
  method: 'DELETE',
  path: '/api/v1/videos/{id}/hls',
  tag: 'Video Files',
  summary: 'Delete all HLS files',
  auth: 'user',
  right: 'MANAGE_VIDEO_FILES',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  success: 204,
  in70: true,
})

export const delVideoWebVideos = operation({
  id: 'delVideoWebVideos',
  method: 'DELETE',
  path: '/api/v1/videos/{id}/web-videos',
  tag: 'Video Files',
  summary: 'Delete all progressive files',
  auth: 'user',
  right: 'MANAGE_VIDEO_FILES',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  success: 204,
  in70: true,
})

export const getVideosByIdMetadataByVideoFileId = operation({
  id: 'getVideosByIdMetadataByVideoFileId',
  method: 'GET',
  path: '/api/v1/videos/{id}/metadata/{videoFileId}',
  tag: 'Video Files',
  summary: 'Probe data of one video file',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ id: videoReference(), videoFileId: id() }),
  success: 200,
  response: VideoFileMetadata,
  in70: false,
})

export const deleteVideosByIdHlsByVideoFileId = operation({
  id: 'deleteVideosByIdHlsByVideoFileId',
  method: 'DELETE',
  path: '/api/v1/videos/{id}/hls/{videoFileId}',
  tag: 'Video Files',
  summary: 'Delete one HLS file',
  auth: 'user',
  right: 'MANAGE_VIDEO_FILES',
  rateLimit: 'api',
  params: () => object({ videoFileId: id(), id: videoReference() }),
  success: 204,
  in70: false,
})

export const deleteVideosByIdWebVideosByVideoFileId = operation({
  id: 'deleteVideosByIdWebVideosByVideoFileId',
  method: 'DELETE',
  path: '/api/v1/videos/{id}/web-videos/{videoFileId}',
  tag: 'Video Files',
  summary: 'Delete one progressive file',
  auth: 'user',
  right: 'MANAGE_VIDEO_FILES',
  rateLimit: 'api',
  params: () => object({ videoFileId: id(), id: videoReference() }),
  success: 204,
  in70: false,
})
