// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const deleteUsersMeHistoryVideosByVideoIdOrUUID = endpoint<'deleteUsersMeHistoryVideosByVideoIdOrUUID'>(
  'DELETE',
  '/api/v1/users/me/history/videos/{videoIdOrUUID}',
  'nothing',
)
export const getUsersMeHistoryVideos = endpoint<'getUsersMeHistoryVideos'>(
  'GET',
  '/api/v1/users/me/history/videos',
  'json',
)
export const postUsersMeHistoryVideosRemove = endpoint<'postUsersMeHistoryVideosRemove'>(
  'POST',
  '/api/v1/users/me/history/videos/remove',
  'nothing',
  'json',
)
