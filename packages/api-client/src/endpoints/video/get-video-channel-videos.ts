// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoChannelVideos = endpoint<'getVideoChannelVideos'>(
  'GET',
  '/api/v1/video-channels/{channelHandle}/videos',
  'json',
)
