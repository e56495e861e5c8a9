// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteVideoSourceFile = endpoint<'deleteVideoSourceFile'>(
  'DELETE',
  '/api/v1/videos/{id}/source/file',
  'nothing',
)
