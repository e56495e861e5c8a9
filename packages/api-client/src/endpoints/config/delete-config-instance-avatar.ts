// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteConfigInstanceAvatar = endpoint<'deleteConfigInstanceAvatar'>(
  'DELETE',
  '/api/v1/config/instance-avatar',
  'nothing',
)
