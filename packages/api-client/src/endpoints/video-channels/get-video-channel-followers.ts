// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoChannelFollowers = endpoint<'getVideoChannelFollowers'>(
  'GET',
  '/api/v1/video-channels/{channelHandle}/followers',
  'json',
)
