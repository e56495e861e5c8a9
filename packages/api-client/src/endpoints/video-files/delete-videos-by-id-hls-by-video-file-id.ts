// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteVideosByIdHlsByVideoFileId = endpoint<'deleteVideosByIdHlsByVideoFileId'>(
  'DELETE',
  '/api/v1/videos/{id}/hls/{videoFileId}',
  'nothing',
)
