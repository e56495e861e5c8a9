// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteVideoChannelsByChannelHandleBanner = endpoint<'deleteVideoChannelsByChannelHandleBanner'>(
  'DELETE',
  '/api/v1/video-channels/{channelHandle}/banner',
  'nothing',
)
