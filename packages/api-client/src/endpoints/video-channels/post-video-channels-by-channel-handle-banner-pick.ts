// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideoChannelsByChannelHandleBannerPick = endpoint<'postVideoChannelsByChannelHandleBannerPick'>(
  'POST',
  '/api/v1/video-channels/{channelHandle}/banner/pick',
  'json',
  'form',
)
