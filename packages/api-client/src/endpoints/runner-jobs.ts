// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const deleteRunnersJobsByJobUUID = endpoint<'deleteRunnersJobsByJobUUID'>(
  'DELETE',
  '/api/v1/runners/jobs/{jobUUID}',
  'nothing',
)
export const getRunnersJobs = endpoint<'getRunnersJobs'>('GET', '/api/v1/runners/jobs', 'json')
export const postRunnersJobsByJobUUIDAbort = endpoint<'postRunnersJobsByJobUUIDAbort'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/abort',
  'nothing',
  'json',
)
export const postRunnersJobsByJobUUIDAccept = endpoint<'postRunnersJobsByJobUUIDAccept'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/accept',
  'json',
  'json',
)
export const postRunnersJobsByJobUUIDCancel = endpoint<'postRunnersJobsByJobUUIDCancel'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/cancel',
  'nothing',
)
export const postRunnersJobsByJobUUIDError = endpoint<'postRunnersJobsByJobUUIDError'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/error',
  'nothing',
  'json',
)
export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDMaxQuality =
  endpoint<'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDMaxQuality'>(
    'POST',
    '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/max-quality',
    'raw',
    'json',
  )
export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDMaxQualityAudio =
  endpoint<'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDMaxQualityAudio'>(
    'POST',
    '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/max-quality/audio',
    'raw',
    'json',
  )
export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDPreviewsMaxQuality =
  endpoint<'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDPreviewsMaxQuality'>(
    'POST',
    '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/previews/max-quality',
    'raw',
    'json',
  )
export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDStudioTaskFilesByFilename =
  endpoint<'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDStudioTaskFilesByFilename'>(
    'POST',
    '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/studio/task-files/{filename}',
    'raw',
    'json',
  )
export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDThumbnailsMaxQuality =
  endpoint<'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDThumbnailsMaxQuality'>(
    'POST',
    '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/thumbnails/max-quality',
    'raw',
    'json',
  )
export const postRunnersJobsByJobUUIDSuccess = endpoint<'postRunnersJobsByJobUUIDSuccess'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/success',
  'nothing',
  'form-or-json',
)
export const postRunnersJobsByJobUUIDUpdate = endpoint<'postRunnersJobsByJobUUIDUpdate'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/update',
  'nothing',
  'form-or-json',
)
export const postRunnersJobsRequest = endpoint<'postRunnersJobsRequest'>(
  'POST',
  '/api/v1/runners/jobs/request',
  'json',
  'json',
)
