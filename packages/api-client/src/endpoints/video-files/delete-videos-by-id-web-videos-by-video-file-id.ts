// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteVideosByIdWebVideosByVideoFileId = endpoint<'deleteVideosByIdWebVideosByVideoFileId'>(
  'DELETE',
  '/api/v1/videos/{id}/web-videos/{videoFileId}',
  'nothing',
)
