// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const replaceVideoSourceResumable = endpoint<'replaceVideoSourceResumable'>(
  'PUT',
  '/api/v1/videos/{id}/source/replace-resumable',
  'json',
  'binary',
)
