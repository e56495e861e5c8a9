// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const deleteVideoChannelsOwnershipById = endpoint<'deleteVideoChannelsOwnershipById'>(
  'DELETE',
  '/api/v1/video-channels/ownership/{id}',
  'nothing',
)
export const deleteVideosOwnershipById = endpoint<'deleteVideosOwnershipById'>(
  'DELETE',
  '/api/v1/videos/ownership/{id}',
  'nothing',
)
export const getVideoChannelsByChannelHandleOwnership = endpoint<'getVideoChannelsByChannelHandleOwnership'>(
  'GET',
  '/api/v1/video-channels/{channelHandle}/ownership',
  'json',
)
export const getVideoChannelsOwnership = endpoint<'getVideoChannelsOwnership'>(
  'GET',
  '/api/v1/video-channels/ownership',
  'json',
)
export const getVideosByVideoIdOrUUIDOwnership = endpoint<'getVideosByVideoIdOrUUIDOwnership'>(
  'GET',
  '/api/v1/videos/{videoIdOrUUID}/ownership',
  'json',
)
export const getVideosOwnership = endpoint<'getVideosOwnership'>('GET', '/api/v1/videos/ownership', 'json')
export const postVideoChannelsByChannelHandleGiveOwnership = endpoint<'postVideoChannelsByChannelHandleGiveOwnership'>(
  'POST',
  '/api/v1/video-channels/{channelHandle}/give-ownership',
  'nothing',
  'json',
)
export const postVideoChannelsOwnershipByIdAccept = endpoint<'postVideoChannelsOwnershipByIdAccept'>(
  'POST',
  '/api/v1/video-channels/ownership/{id}/accept',
  'nothing',
)
export const postVideoChannelsOwnershipByIdRefuse = endpoint<'postVideoChannelsOwnershipByIdRefuse'>(
  'POST',
  '/api/v1/video-channels/ownership/{id}/refuse',
  'nothing',
)
export const postVideosByVideoIdOrUUIDGiveOwnership = endpoint<'postVideosByVideoIdOrUUIDGiveOwnership'>(
  'POST',
  '/api/v1/videos/{videoIdOrUUID}/give-ownership',
  'nothing',
  'json',
)
export const postVideosOwnershipByIdAccept = endpoint<'postVideosOwnershipByIdAccept'>(
  'POST',
  '/api/v1/videos/ownership/{id}/accept',
  'nothing',
  'json',
)
export const postVideosOwnershipByIdRefuse = endpoint<'postVideosOwnershipByIdRefuse'>(
  'POST',
  '/api/v1/videos/ownership/{id}/refuse',
  'nothing',
)
