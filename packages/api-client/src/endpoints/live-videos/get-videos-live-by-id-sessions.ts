// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosLiveByIdSessions = endpoint<'getVideosLiveByIdSessions'>(
  'GET',
  '/api/v1/videos/live/{id}/sessions',
  'json',
)
