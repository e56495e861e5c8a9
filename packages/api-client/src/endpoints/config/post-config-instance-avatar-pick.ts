// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postConfigInstanceAvatarPick = endpoint<'postConfigInstanceAvatarPick'>(
  'POST',
  '/api/v1/config/instance-avatar/pick',
  'nothing',
  'form',
)
