// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getUsersMeVideosByVideoIdOrUUIDRating = endpoint<'getUsersMeVideosByVideoIdOrUUIDRating'>(
  'GET',
  '/api/v1/users/me/videos/{videoIdOrUUID}/rating',
  'json',
)
