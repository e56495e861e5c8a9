import { z } from 'zod'
import { nsfwPolicies } from '../enums.ts'
import { password, displayName, bitmask } from '../fields.ts'
import { arrayOf, boolean, email, integer, nullable, numberOf, object, text, videoReference } from '../lenient.ts'
import { limits, fileRules } from '../limits.ts'
import { operation } from '../operation.ts'
import { sortedPage, countableList } from '../pagination.ts'
import { ActorImage } from '../schemas/actors.ts'
import { MyUser, UserVideoQuota } from '../schemas/users.ts'
import { GetMeVideoRating, Video } from '../schemas/videos.ts'
import { videoFilters, videoSorts } from '../video-filters.ts'

export const getUserInfo = operation({
  id: 'getUserInfo',
  method: 'GET',
  path: '/api/v1/users/me',
  tag: 'My User',
  summary: 'Profile and preferences of caller',
  auth: 'user',
  rateLimit: 'api',
  success: 200,
  response: MyUser,
  in70: true,
})

export const putUserInfo = operation({
  id: 'putUserInfo',
  method: 'PUT',
  path: '/api/v1/users/me',
  tag: 'My User',
  summary: "Change caller's profile and preferences",
  auth: 'user',
  rateLimit: 'api',
  body: () =>
    object({
      password: password().optional(),
      currentPassword: text().optional(),
      email: email().optional(),
      displayName: nullable(displayName()),
      nsfwPolicy: z.enum(nsfwPolicies).optional(),
      nsfwFlagsDisplayed: nullable(bitmask()),
      nsfwFlagsHidden: nullable(bitmask()),
      nsfwFlagsWarned: nullable(bitmask()),
      nsfwFlagsBlurred: nullable(bitmask()),
      p2pEnabled: boolean().optional(),
      autoPlayVideo: boolean().optional(),
      autoPlayNextVideo: boolean().optional(),
      autoPlayNextVideoPlaylist: z.unknown().optional(),
      videosHistoryEnabled: boolean().optional(),
      videoLanguages: nullable(arrayOf(text({ max: 50 }), limits.videoLanguages)),
      language: nullable(text()),
      theme: text().optional(),
      noInstanceConfigWarningModal: boolean().optional(),
      noAccountSetupWarningModal: boolean().optional(),
      noWelcomeModal: boolean().optional(),
      description: nullable(text(limits.accountDescription)),
    }).prefault({}),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const deleteMe = operation({
  id: 'deleteMe',
  method: 'DELETE',
  path: '/api/v1/users/me',
  tag: 'My User',
  summary: "Delete caller's own account",
  auth: 'user',
  rateLimit: 'api',
  success: 204,
  in70: false,
})

export const getUsersMeVideoQuotaUsed = operation({
  id: 'getUsersMeVideoQuotaUsed',
  method: 'GET',
  path: '/api/v1/users/me/video-quota-used',
  tag: 'My User',
  summary: 'Storage consumed by caller',
  auth: 'user',
  rateLimit: 'api',
  success: 200,
  response: UserVideoQuota,
  in70: true,
})

export const getUsersMeVideosByVideoIdOrUUIDRating = operation({
  id: 'getUsersMeVideosByVideoIdOrUUIDRating',
  method: 'GET',
  path: '/api/v1/users/me/videos/{videoIdOrUUID}/rating',
  tag: 'My User',
  summary: "Caller's vote on a video",
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ videoIdOrUUID: videoReference() }),
  success: 200,
  response: GetMeVideoRating,
  in70: true,
})

export const getUsersMeVideos = operation({
  id: 'getUsersMeVideos',
  method: 'GET',
  path: '/api/v1/users/me/videos',
  tag: 'My User',
  summary: "Caller's own videos",
  auth: 'user',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(videoSorts, '-publishedAt'),
      ...videoFilters(),
      channelNameOneOf: arrayOf(text()).optional(),
      includeCollaborations: boolean().optional(),
      channelId: integer().optional(),
    }),
  success: 200,
  response: countableList(Video),
  in70: true,
})

export const postUsersMeNewFeatureInfoRead = operation({
  id: 'postUsersMeNewFeatureInfoRead',
  method: 'POST',
  path: '/api/v1/users/me/new-feature-info/read',
  tag: 'My User',
  summary: 'Acknowledge a feature announcement',
  auth: 'user',
  rateLimit: 'api',
  body: () => object({ feature: numberOf([1]) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})

export const postUsersMeAvatarPick = operation({
  id: 'postUsersMeAvatarPick',
  method: 'POST',
  path: '/api/v1/users/me/avatar/pick',
  tag: 'My User',
  summary: "Upload caller's avatar",
  auth: 'user',
  rateLimit: 'api',
  bodyTypes: ['multipart/form-data'],
  files: { avatarfile: { required: true, ...fileRules.actorImage } },
  success: 200,
  response: () => z.strictObject({ avatars: z.array(ActorImage()) }),
  in70: true,
})

export const deleteUsersMeAvatar = operation({
  id: 'deleteUsersMeAvatar',
  method: 'DELETE',
  path: '/api/v1/users/me/avatar',
  tag: 'My User',
  summary: "Remove caller's avatar",
  auth: 'user',
  rateLimit: 'api',
  success: 200,
  response: () => z.strictObject({ avatars: z.array(ActorImage()) }),
  in70: true,
})
