// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDPreviewsMaxQuality =
  endpoint<'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDPreviewsMaxQuality'>(
    'POST',
    '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/previews/max-quality',
    'raw',
    'json',
  )
