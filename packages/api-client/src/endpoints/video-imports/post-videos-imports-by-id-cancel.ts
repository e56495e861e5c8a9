// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideosImportsByIdCancel = endpoint<'postVideosImportsByIdCancel'>(
  'POST',
  '/api/v1/videos/imports/{id}/cancel',
  'nothing',
)
