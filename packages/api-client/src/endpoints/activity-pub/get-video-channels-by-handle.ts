// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoChannelsByHandle = endpoint<'getVideoChannelsByHandle'>('GET', '/video-channels/{handle}', 'raw')
