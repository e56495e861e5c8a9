// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAutomaticTagsServerAvailable = endpoint<'getAutomaticTagsServerAvailable'>(
  'GET',
  '/api/v1/automatic-tags/server/available',
  'json',
)
