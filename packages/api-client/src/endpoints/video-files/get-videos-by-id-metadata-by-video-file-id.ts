// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosByIdMetadataByVideoFileId = endpoint<'getVideosByIdMetadataByVideoFileId'>(
  'GET',
  '/api/v1/videos/{id}/metadata/{videoFileId}',
  'json',
)
