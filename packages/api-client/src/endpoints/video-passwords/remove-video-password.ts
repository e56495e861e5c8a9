// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const removeVideoPassword = endpoint<'removeVideoPassword'>(
  'DELETE',
  '/api/v1/videos/{id}/passwords/{passwordId}',
  'nothing',
)
