// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteVideoChannelsByChannelHandleAvatar = endpoint<'deleteVideoChannelsByChannelHandleAvatar'>(
  'DELETE',
  '/api/v1/video-channels/{channelHandle}/avatar',
  'nothing',
)
