// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideoChannelsByChannelHandleImportVideos = endpoint<'postVideoChannelsByChannelHandleImportVideos'>(
  'POST',
  '/api/v1/video-channels/{channelHandle}/import-videos',
  'nothing',
  'json',
)
