// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const isVideoEmbedOnDomainAllowed = endpoint<'isVideoEmbedOnDomainAllowed'>(
  'GET',
  '/api/v1/videos/{id}/embed-privacy/allowed',
  'json',
)
