// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const searchChannels = endpoint<'searchChannels'>('GET', '/api/v1/search/video-channels', 'json')
