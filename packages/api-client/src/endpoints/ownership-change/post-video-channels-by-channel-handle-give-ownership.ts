// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideoChannelsByChannelHandleGiveOwnership = endpoint<'postVideoChannelsByChannelHandleGiveOwnership'>(
  'POST',
  '/api/v1/video-channels/{channelHandle}/give-ownership',
  'nothing',
  'json',
)
