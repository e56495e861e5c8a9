// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getWellKnownChangePassword = endpoint<'getWellKnownChangePassword'>(
  'GET',
  '/.well-known/change-password',
  'raw',
)
