// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const delVideoChannelSync = endpoint<'delVideoChannelSync'>(
  'DELETE',
  '/api/v1/video-channel-syncs/{channelSyncId}',
  'nothing',
)
