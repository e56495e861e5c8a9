import { importUrl, magnetUri, videoName, videoAttributes } from '../fields.ts'
import { boolean, id, object } from '../lenient.ts'
import { fileRules } from '../limits.ts'
import { operation } from '../operation.ts'
import { VideoImport } from '../schemas/imports.ts'

export const importVideo = operation({
  id: 'importVideo',
  method: 'POST',
  path: '/api/v1/videos/imports',
  tag: 'Video Imports',
  summary: 'Import from URL, magnet or torrent',
  auth: 'user',
  rateLimit: 'api',
  body: () =>
    object({
      ...videoAttributes(),
      name: videoName().optional(),
      channelId: id(),
      targetUrl: importUrl().optional(),
      magnetUri: magnetUri().optional(),
      generateTranscription: boolean().optional(),
    }),
  bodyTypes: ['multipart/form-data', 'application/json'],
  files: {
    torrentfile: { required: false, ...fileRules.torrent },
    thumbnailfile: { required: false, ...fileRules.videoImage },
    previewfile: { required: false, ...fileRules.videoImage },
  },
  success: 200,
  response: VideoImport,
  in70: true,
})

export const postVideosImportsByIdCancel = operation({
  id: 'postVideosImportsByIdCancel',
  method: 'POST',
  path: '/api/v1/videos/imports/{id}/cancel',
  tag: 'Video Imports',
  summary: 'Stop a waiting import',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  success: 204,
  in70: true,
})

export const postVideosImportsByIdRetry = operation({
  id: 'postVideosImportsByIdRetry',
  method: 'POST',
  path: '/api/v1/videos/imports/{id}/retry',
  tag: 'Video Imports',
  summary: 'Run a failed import again',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  success: 204,
  in70: false,
})

export const deleteVideosImportsById = operation({
  id: 'deleteVideosImportsById',
  method: 'DELETE',
  path: '/api/v1/videos/imports/{id}',
  tag: 'Video Imports',
  summary: 'Remove an import record',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  success: 204,
  in70: true,
})
