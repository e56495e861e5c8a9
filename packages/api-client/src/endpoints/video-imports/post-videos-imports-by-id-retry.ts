// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideosImportsByIdRetry = endpoint<'postVideosImportsByIdRetry'>(
  'POST',
  '/api/v1/videos/imports/{id}/retry',
  'nothing',
)
