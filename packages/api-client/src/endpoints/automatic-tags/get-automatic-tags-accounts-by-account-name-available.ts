// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAutomaticTagsAccountsByAccountNameAvailable =
  endpoint<'getAutomaticTagsAccountsByAccountNameAvailable'>(
    'GET',
    '/api/v1/automatic-tags/accounts/{accountName}/available',
    'json',
  )
