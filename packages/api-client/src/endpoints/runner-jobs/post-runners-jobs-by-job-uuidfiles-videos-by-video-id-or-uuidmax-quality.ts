// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDMaxQuality =
  endpoint<'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDMaxQuality'>(
    'POST',
    '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/max-quality',
    'raw',
    'json',
  )
