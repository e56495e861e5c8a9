// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoChannelsOwnership = endpoint<'getVideoChannelsOwnership'>(
  'GET',
  '/api/v1/video-channels/ownership',
  'json',
)
