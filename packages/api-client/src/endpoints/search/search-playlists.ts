// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const searchPlaylists = endpoint<'searchPlaylists'>('GET', '/api/v1/search/video-playlists', 'json')
