// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postAbusesByAbuseIdMessages = endpoint<'postAbusesByAbuseIdMessages'>(
  'POST',
  '/api/v1/abuses/{abuseId}/messages',
  'json',
  'json',
)
