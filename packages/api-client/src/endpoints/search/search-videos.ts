// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const searchVideos = endpoint<'searchVideos'>('GET', '/api/v1/search/videos', 'json')
