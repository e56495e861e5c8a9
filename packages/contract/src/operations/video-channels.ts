import { z } from 'zod'
import { username, displayName, externalChannelUrl, created } from '../fields.ts'
import { boolean, email, handle, id, integer, nullable, object, text } from '../lenient.ts'
import { limits, fileRules } from '../limits.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { ActorImage, Follow, VideoChannel } from '../schemas/actors.ts'
import { VideoChannelSync } from '../schemas/imports.ts'
import { VideoChannelActivity, VideoChannelCollaborator } from '../schemas/ownership.ts'

export const getVideoChannels = operation({
  id: 'getVideoChannels',
  method: 'GET',
  path: '/api/v1/video-channels',
  tag: 'Video Channels',
  summary: 'Page through channels',
  auth: 'none',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['id', 'name', 'updatedAt', 'createdAt'], '-createdAt'),
      search: text({ min: 1 }).optional(),
    }),
  success: 200,
  response: resultList(VideoChannel),
  in70: true,
})

export const addVideoChannel = operation({
  id: 'addVideoChannel',
  method: 'POST',
  path: '/api/v1/video-channels',
  tag: 'Video Channels',
  summary: 'Create a channel',
  auth: 'user',
  rateLimit: 'api',
  body: () =>
    object({
      displayName: displayName(),
      description: nullable(text(limits.channelDescription)),
      support: nullable(text(limits.support)),
      publicEmail: nullable(email()),
      name: username(),
    }),
  bodyTypes: ['application/json'],
  success: 200,
  response: created('videoChannel'),
  in70: true,
})

export const getVideoChannel = operation({
  id: 'getVideoChannel',
  method: 'GET',
  path: '/api/v1/video-channels/{channelHandle}',
  tag: 'Video Channels',
  summary: 'Fetch one channel',
  auth: 'none',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  success: 200,
  response: VideoChannel,
  in70: true,
})

export const putVideoChannel = operation({
  id: 'putVideoChannel',
  method: 'PUT',
  path: '/api/v1/video-channels/{channelHandle}',
  tag: 'Video Channels',
  summary: 'Edit a channel',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  body: () =>
    object({
      displayName: displayName().optional(),
      description: nullable(text(limits.channelDescription)),
      support: nullable(text(limits.support)),
      publicEmail: nullable(email()),
      bulkVideosSupportUpdate: boolean().optional(),
    }).prefault({}),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const delVideoChannel = operation({
  id: 'delVideoChannel',
  method: 'DELETE',
  path: '/api/v1/video-channels/{channelHandle}',
  tag: 'Video Channels',
  summary: 'Delete a channel',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  success: 204,
  in70: true,
})

export const listVideoChannelActivities = operation({
  id: 'listVideoChannelActivities',
  method: 'GET',
  path: '/api/v1/video-channels/{channelHandle}/activities',
  tag: 'Video Channels',
  summary: 'Edit log of a channel',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  query: () => object({ ...sortedPage(['createdAt'], '-createdAt') }),
  success: 200,
  response: resultList(VideoChannelActivity),
  in70: false,
})

export const getVideoChannelFollowers = operation({
  id: 'getVideoChannelFollowers',
  method: 'GET',
  path: '/api/v1/video-channels/{channelHandle}/followers',
  tag: 'Video Channels',
  summary: 'Page through channel followers',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  query: () => object({ ...sortedPage(['createdAt'], '-createdAt'), search: text().optional() }),
  success: 200,
  response: resultList(Follow),
  in70: true,
})

export const postVideoChannelsByChannelHandleAvatarPick = operation({
  id: 'postVideoChannelsByChannelHandleAvatarPick',
  method: 'POST',
  path: '/api/v1/video-channels/{channelHandle}/avatar/pick',
  tag: 'Video Channels',
  summary: 'Upload channel avatar',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  bodyTypes: ['multipart/form-data'],
  files: { avatarfile: { required: true, ...fileRules.actorImage } },
  success: 200,
  response: () => z.strictObject({ avatars: z.array(ActorImage()) }),
  in70: true,
})

export const deleteVideoChannelsByChannelHandleAvatar = operation({
  id: 'deleteVideoChannelsByChannelHandleAvatar',
  method: 'DELETE',
  path: '/api/v1/video-channels/{channelHandle}/avatar',
  tag: 'Video Channels',
  summary: 'Remove channel avatar',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  success: 204,
  in70: true,
})

export const postVideoChannelsByChannelHandleBannerPick = operation({
  id: 'postVideoChannelsByChannelHandleBannerPick',
  method: 'POST',
  path: '/api/v1/video-channels/{channelHandle}/banner/pick',
  tag: 'Video Channels',
  summary: 'Upload channel banner',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  bodyTypes: ['multipart/form-data'],
  files: { bannerfile: { required: true, ...fileRules.actorImage } },
  success: 200,
  response: () => z.strictObject({ banners: z.array(ActorImage()) }),
  in70: true,
})

export const deleteVideoChannelsByChannelHandleBanner = operation({
  id: 'deleteVideoChannelsByChannelHandleBanner',
  method: 'DELETE',
  path: '/api/v1/video-channels/{channelHandle}/banner',
  tag: 'Video Channels',
  summary: 'Remove channel banner',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  success: 204,
  in70: true,
})

export const postVideoChannelsByChannelHandleImportVideos = operation({
  id: 'postVideoChannelsByChannelHandleImportVideos',
  method: 'POST',
  path: '/api/v1/video-channels/{channelHandle}/import-videos',
  tag: 'Video Channels',
  summary: 'Bulk import an external channel',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  body: () => object({ externalChannelUrl: externalChannelUrl(), videoChannelSyncId: integer().optional() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const getAccountsByNameVideoChannels = operation({
  id: 'getAccountsByNameVideoChannels',
  method: 'GET',
  path: '/api/v1/accounts/{name}/video-channels',
  tag: 'Video Channels',
  summary: 'Page through account channels',
  auth: 'none',
  rateLimit: 'api',
  params: () => object({ name: handle() }),
  query: () =>
    object({
      ...sortedPage(['id', 'name', 'updatedAt', 'createdAt'], '-createdAt'),
      withStats: boolean().optional(),
      search: text().optional(),
      includeCollaborations: boolean().optional(),
    }),
  success: 200,
  response: resultList(VideoChannel),
  in70: true,
})

export const getAccountsByNameVideoChannelSyncs = operation({
  id: 'getAccountsByNameVideoChannelSyncs',
  method: 'GET',
  path: '/api/v1/accounts/{name}/video-channel-syncs',
  tag: 'Video Channels',
  summary: 'Channel mirrors owned by an account',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ name: handle() }),
  query: () =>
    object({
      ...sortedPage(['externalChannelUrl', 'videoChannel', 'createdAt', 'lastSyncAt', 'state'], '-createdAt'),
      includeCollaborations: boolean().optional(),
      search: z.string().optional(),
    }),
  success: 200,
  response: resultList(VideoChannelSync),
  in70: true,
})

export const listVideoChannelCollaborators = operation({
  id: 'listVideoChannelCollaborators',
  method: 'GET',
  path: '/api/v1/video-channels/{channelHandle}/collaborators',
  tag: 'Video Channels',
  summary: 'Co-editors of a channel',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  success: 200,
  response: resultList(VideoChannelCollaborator),
  in70: false,
})

export const inviteVideoChannelCollaborator = operation({
  id: 'inviteVideoChannelCollaborator',
  method: 'POST',
  path: '/api/v1/video-channels/{channelHandle}/collaborators/invite',
  tag: 'Video Channels',
  summary: 'Invite a co-editor',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  body: () => object({ accountHandle: text({ min: 1 }) }),
  bodyTypes: ['application/json'],
  success: 200,
  response: () => z.strictObject({ collaborator: VideoChannelCollaborator() }),
  in70: false,
})

export const acceptVideoChannelCollaborator = operation({
  id: 'acceptVideoChannelCollaborator',
  method: 'POST',
  path: '/api/v1/video-channels/{channelHandle}/collaborators/{collaboratorId}/accept',
  tag: 'Video Channels',
  summary: 'Accept a co-editor invitation',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle(), collaboratorId: id() }),
  success: 204,
  in70: false,
})

export const rejectVideoChannelCollaborator = operation({
  id: 'rejectVideoChannelCollaborator',
  method: 'POST',
  path: '/api/v1/video-channels/{channelHandle}/collaborators/{collaboratorId}/reject',
  tag: 'Video Channels',
  summary: 'Decline a co-editor invitation',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle(), collaboratorId: id() }),
  success: 204,
  in70: false,
})

export const removeVideoChannelCollaborator = operation({
  id: 'removeVideoChannelCollaborator',
  method: 'DELETE',
  path: '/api/v1/video-channels/{channelHandle}/collaborators/{collaboratorId}',
  tag: 'Video Channels',
  summary: 'Remove a co-editor',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle(), collaboratorId: id() }),
  success: 204,
  in70: false,
})
