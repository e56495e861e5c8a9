// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const uploadResumableCancel = endpoint<'uploadResumableCancel'>(
  'DELETE',
  '/api/v1/videos/upload-resumable',
  'nothing',
)
