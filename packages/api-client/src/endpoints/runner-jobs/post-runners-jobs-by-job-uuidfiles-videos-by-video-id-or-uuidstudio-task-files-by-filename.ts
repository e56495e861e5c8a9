// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDStudioTaskFilesByFilename =
  endpoint<'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDStudioTaskFilesByFilename'>(
    'POST',
    '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/studio/task-files/{filename}',
    'raw',
    'json',
  )
