// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAccountsByNameVideoChannelSyncs = endpoint<'getAccountsByNameVideoChannelSyncs'>(
  'GET',
  '/api/v1/accounts/{name}/video-channel-syncs',
  'json',
)
