// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const acceptVideoChannelCollaborator = endpoint<'acceptVideoChannelCollaborator'>(
  'POST',
  '/api/v1/video-channels/{channelHandle}/collaborators/{collaboratorId}/accept',
  'nothing',
)
export const addVideoChannel = endpoint<'addVideoChannel'>('POST', '/api/v1/video-channels', 'json', 'json')
export const delVideoChannel = endpoint<'delVideoChannel'>(
  'DELETE',
  '/api/v1/video-channels/{channelHandle}',
  'nothing',
)
export const deleteVideoChannelsByChannelHandleAvatar = endpoint<'deleteVideoChannelsByChannelHandleAvatar'>(
  'DELETE',
  '/api/v1/video-channels/{channelHandle}/avatar',
  'nothing',
)
export const deleteVideoChannelsByChannelHandleBanner = endpoint<'deleteVideoChannelsByChannelHandleBanner'>(
  'DELETE',
  '/api/v1/video-channels/{channelHandle}/banner',
  'nothing',
)
export const getAccountsByNameVideoChannelSyncs = endpoint<'getAccountsByNameVideoChannelSyncs'>(
  'GET',
  '/api/v1/accounts/{name}/video-channel-syncs',
  'json',
)
export const getAccountsByNameVideoChannels = endpoint<'getAccountsByNameVideoChannels'>(
  'GET',
  '/api/v1/accounts/{name}/video-channels',
  'json',
)
export const getVideoChannel = endpoint<'getVideoChannel'>('GET', '/api/v1/video-channels/{channelHandle}', 'json')
export const getVideoChannelFollowers = endpoint<'getVideoChannelFollowers'>(
  'GET',
  '/api/v1/video-channels/{channelHandle}/followers',
  'json',
)
export const getVideoChannels = endpoint<'getVideoChannels'>('GET', '/api/v1/video-channels', 'json')
export const inviteVideoChannelCollaborator = endpoint<'inviteVideoChannelCollaborator'>(
  'POST',
  '/api/v1/video-channels/{channelHandle}/collaborators/invite',
  'json',
  'json',
)
export const listVideoChannelActivities = endpoint<'listVideoChannelActivities'>(
  'GET',
  '/api/v1/video-channels/{channelHandle}/activities',
  'json',
)
export const listVideoChannelCollaborators = endpoint<'listVideoChannelCollaborators'>(
  'GET',
  '/api/v1/video-channels/{channelHandle}/collaborators',
  'json',
)
export const postVideoChannelsByChannelHandleAvatarPick = endpoint<'postVideoChannelsByChannelHandleAvatarPick'>(
  'POST',
  '/api/v1/video-channels/{channelHandle}/avatar/pick',
  'json',
  'form',
)
export const postVideoChannelsByChannelHandleBannerPick = endpoint<'postVideoChannelsByChannelHandleBannerPick'>(
  'POST',
  '/api/v1/video-channels/{channelHandle}/banner/pick',
  'json',
  'form',
)
export const postVideoChannelsByChannelHandleImportVideos = endpoint<'postVideoChannelsByChannelHandleImportVideos'>(
  'POST',
  '/api/v1/video-channels/{channelHandle}/import-videos',
  'nothing',
  'json',
)
export const putVideoChannel = endpoint<'putVideoChannel'>(
  'PUT',
  '/api/v1/video-channels/{channelHandle}',
  'nothing',
  'json',
)
export const rejectVideoChannelCollaborator = endpoint<'rejectVideoChannelCollaborator'>(
  'POST',
  '/api/v1/video-channels/{channelHandle}/collaborators/{collaboratorId}/reject',
  'nothing',
)
export const removeVideoChannelCollaborator = endpoint<'removeVideoChannelCollaborator'>(
  'DELETE',
  '/api/v1/video-channels/{channelHandle}/collaborators/{collaboratorId}',
  'nothing',
)
