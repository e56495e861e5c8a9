// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getPlaylists = endpoint<'getPlaylists'>('GET', '/api/v1/video-playlists', 'json')
