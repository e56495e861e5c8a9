// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const uploadResumableInit = endpoint<'uploadResumableInit'>(
  'POST',
  '/api/v1/videos/upload-resumable',
  'raw',
  'form-or-json',
)
