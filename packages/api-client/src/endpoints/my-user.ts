// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const deleteMe = endpoint<'deleteMe'>('DELETE', '/api/v1/users/me', 'nothing')
export const deleteUsersMeAvatar = endpoint<'deleteUsersMeAvatar'>('DELETE', '/api/v1/users/me/avatar', 'json')
export const getUserInfo = endpoint<'getUserInfo'>('GET', '/api/v1/users/me', 'json')
export const getUsersMeVideoQuotaUsed = endpoint<'getUsersMeVideoQuotaUsed'>(
  'GET',
  '/api/v1/users/me/video-quota-used',
  'json',
)
export const getUsersMeVideos = endpoint<'getUsersMeVideos'>('GET', '/api/v1/users/me/videos', 'json')
export const getUsersMeVideosByVideoIdOrUUIDRating = endpoint<'getUsersMeVideosByVideoIdOrUUIDRating'>(
  'GET',
  '/api/v1/users/me/videos/{videoIdOrUUID}/rating',
  'json',
)
export const postUsersMeAvatarPick = endpoint<'postUsersMeAvatarPick'>(
  'POST',
  '/api/v1/users/me/avatar/pick',
  'json',
  'form',
)
export const postUsersMeNewFeatureInfoRead = endpoint<'postUsersMeNewFeatureInfoRead'>(
  'POST',
  '/api/v1/users/me/new-feature-info/read',
  'nothing',
  'json',
)
export const putUserInfo = endpoint<'putUserInfo'>('PUT', '/api/v1/users/me', 'nothing', 'json')
