// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const delVideoHLS = endpoint<'delVideoHLS'>('DELETE', '/api/v1/videos/{id}/hls', 'nothing')
export const delVideoWebVideos = endpoint<'delVideoWebVideos'>('DELETE', '/api/v1/videos/{id}/web-videos', 'nothing')
export const deleteVideosByIdHlsByVideoFileId = endpoint<'deleteVideosByIdHlsByVideoFileId'>(
  'DELETE',
  '/api/v1/videos/{id}/hls/{videoFileId}',
  'nothing',
)
export const deleteVideosByIdWebVideosByVideoFileId = endpoint<'deleteVideosByIdWebVideosByVideoFileId'>(
  'DELETE',
  '/api/v1/videos/{id}/web-videos/{videoFileId}',
  'nothing',
)
export const getVideosByIdMetadataByVideoFileId = endpoint<'getVideosByIdMetadataByVideoFileId'>(
  'GET',
  '/api/v1/videos/{id}/metadata/{videoFileId}',
  'json',
)
