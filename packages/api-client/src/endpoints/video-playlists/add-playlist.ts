// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const addPlaylist = endpoint<'addPlaylist'>('POST', '/api/v1/video-playlists', 'json', 'form-or-json')
