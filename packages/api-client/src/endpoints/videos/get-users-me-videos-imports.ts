// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getUsersMeVideosImports = endpoint<'getUsersMeVideosImports'>(
  'GET',
  '/api/v1/users/me/videos/imports',
  'json',
)
