// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideoChannelsByChannelHandleAvatarPick = endpoint<'postVideoChannelsByChannelHandleAvatarPick'>(
  'POST',
  '/api/v1/video-channels/{channelHandle}/avatar/pick',
  'json',
  'form',
)
