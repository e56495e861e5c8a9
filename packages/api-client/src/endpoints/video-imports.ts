// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const deleteVideosImportsById = endpoint<'deleteVideosImportsById'>(
  'DELETE',
  '/api/v1/videos/imports/{id}',
  'nothing',
)
export const importVideo = endpoint<'importVideo'>('POST', '/api/v1/videos/imports', 'json', 'form-or-json')
export const postVideosImportsByIdCancel = endpoint<'postVideosImportsByIdCancel'>(
  'POST',
  '/api/v1/videos/imports/{id}/cancel',
  'nothing',
)
export const postVideosImportsByIdRetry = endpoint<'postVideosImportsByIdRetry'>(
  'POST',
  '/api/v1/videos/imports/{id}/retry',
  'nothing',
)
