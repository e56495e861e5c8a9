// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const addVideoChannelSync = endpoint<'addVideoChannelSync'>(
  'POST',
  '/api/v1/video-channel-syncs',
  'json',
  'json',
)
