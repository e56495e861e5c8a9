// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getPlaylistPrivacyPolicies = endpoint<'getPlaylistPrivacyPolicies'>(
  'GET',
  '/api/v1/video-playlists/privacies',
  'json',
)
