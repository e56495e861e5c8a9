// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getUsersMeVideoQuotaUsed = endpoint<'getUsersMeVideoQuotaUsed'>(
  'GET',
  '/api/v1/users/me/video-quota-used',
  'json',
)
