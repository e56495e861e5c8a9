// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postUsersByIdResetPassword = endpoint<'postUsersByIdResetPassword'>(
  'POST',
  '/api/v1/users/{id}/reset-password',
  'nothing',
  'json',
)
