// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosWatchByIdLikes = endpoint<'getVideosWatchByIdLikes'>('GET', '/videos/watch/{id}/likes', 'raw')
