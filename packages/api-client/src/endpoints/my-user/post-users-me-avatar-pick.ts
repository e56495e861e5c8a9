// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postUsersMeAvatarPick = endpoint<'postUsersMeAvatarPick'>(
  'POST',
  '/api/v1/users/me/avatar/pick',
  'json',
  'form',
)
