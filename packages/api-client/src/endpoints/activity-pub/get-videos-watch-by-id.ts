// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosWatchById = endpoint<'getVideosWatchById'>('GET', '/videos/watch/{id}', 'raw')
