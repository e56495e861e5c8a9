// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoChannels = endpoint<'getVideoChannels'>('GET', '/api/v1/video-channels', 'json')
