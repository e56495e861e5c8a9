// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAccountsByNameVideoChannels = endpoint<'getAccountsByNameVideoChannels'>(
  'GET',
  '/api/v1/accounts/{name}/video-channels',
  'json',
)
