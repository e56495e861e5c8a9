// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const replaceVideoSourceResumableInit = endpoint<'replaceVideoSourceResumableInit'>(
  'POST',
  '/api/v1/videos/{id}/source/replace-resumable',
  'raw',
  'json',
)
