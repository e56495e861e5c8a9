// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const replaceVideoSourceResumableCancel = endpoint<'replaceVideoSourceResumableCancel'>(
  'DELETE',
  '/api/v1/videos/{id}/source/replace-resumable',
  'nothing',
)
