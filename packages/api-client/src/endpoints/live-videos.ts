// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const addLive = endpoint<'addLive'>('POST', '/api/v1/videos/live', 'json', 'form-or-json')
export const getLiveId = endpoint<'getLiveId'>('GET', '/api/v1/videos/live/{id}', 'json')
export const getVideosByIdLiveSession = endpoint<'getVideosByIdLiveSession'>(
  'GET',
  '/api/v1/videos/{id}/live-session',
  'json',
)
export const getVideosLiveByIdSessions = endpoint<'getVideosLiveByIdSessions'>(
  'GET',
  '/api/v1/videos/live/{id}/sessions',
  'json',
)
export const updateLiveId = endpoint<'updateLiveId'>('PUT', '/api/v1/videos/live/{id}', 'nothing', 'json')
