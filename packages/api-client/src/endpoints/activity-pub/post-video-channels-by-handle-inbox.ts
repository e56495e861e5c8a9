// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideoChannelsByHandleInbox = endpoint<'postVideoChannelsByHandleInbox'>(
  'POST',
  '/video-channels/{handle}/inbox',
  'nothing',
  'json',
)
