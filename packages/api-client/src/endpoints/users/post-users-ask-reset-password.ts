// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postUsersAskResetPassword = endpoint<'postUsersAskResetPassword'>(
  'POST',
  '/api/v1/users/ask-reset-password',
  'nothing',
  'json',
)
