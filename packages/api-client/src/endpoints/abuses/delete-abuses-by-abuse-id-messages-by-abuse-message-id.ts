// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteAbusesByAbuseIdMessagesByAbuseMessageId = endpoint<'deleteAbusesByAbuseIdMessagesByAbuseMessageId'>(
  'DELETE',
  '/api/v1/abuses/{abuseId}/messages/{abuseMessageId}',
  'nothing',
)
