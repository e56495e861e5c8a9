import { z } from 'zod'
import { timestamp } from '../fields.ts'
import { arrayOf, boolean, handle, id, integer, nullable, numberOf, object, text, videoReference } from '../lenient.ts'
import { limits, fileRules } from '../limits.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { VideoPlaylist, VideosExistInPlaylists } from '../schemas/playlists.ts'

export const getVideoChannelsByChannelHandleVideoPlaylists = operation({
  id: 'getVideoChannelsByChannelHandleVideoPlaylists',
  method: 'GET',
  path: '/api/v1/video-channels/{channelHandle}/video-playlists',
  tag: 'Video Playlists',
  summary: 'Page through channel playlists',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  query: () =>
    object({
      ...sortedPage(['name', 'displayName', 'createdAt', 'updatedAt', 'videoChannelPosition'], '-createdAt'),
      search: text({ min: 1 }).optional(),
      playlistType: numberOf([1, 2]).optional(),
    }),
  success: 200,
  response: resultList(VideoPlaylist),
  in70: true,
})

export const reorderVideoPlaylistsOfChannel = operation({
  id: 'reorderVideoPlaylistsOfChannel',
  method: 'POST',
  path: '/api/v1/video-channels/{channelHandle}/video-playlists/reorder',
  tag: 'Video Playlists',
  summary: 'Move channel playlists around',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ channelHandle: handle() }),
  body: () =>
    object({
      startPosition: integer({ min: 1 }),
      insertAfterPosition: integer({ min: 0 }),
      reorderLength: integer({ min: 1 }).optional(),
    }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})

export const getPlaylistPrivacyPolicies = operation({
  id: 'getPlaylistPrivacyPolicies',
  method: 'GET',
  path: '/api/v1/video-playlists/privacies',
  tag: 'Video Playlists',
  summary: 'Map of playlist privacy ids',
  auth: 'none',
  rateLimit: 'api',
  success: 200,
  response: () => z.record(z.string(), z.string()),
  in70: true,
})

export const getPlaylists = operation({
  id: 'getPlaylists',
  method: 'GET',
  path: '/api/v1/video-playlists',
  tag: 'Video Playlists',
  summary: 'Page through playlists',
  auth: 'none',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['name', 'displayName', 'createdAt', 'updatedAt', 'videoChannelPosition'], '-createdAt'),
      playlistType: numberOf([1, 2]).optional(),
    }),
  success: 200,
  response: resultList(VideoPlaylist),
  in70: true,
})

export const addPlaylist = operation({
  id: 'addPlaylist',
  method: 'POST',
  path: '/api/v1/video-playlists',
  tag: 'Video Playlists',
  summary: 'Create a playlist',
  auth: 'user',
  rateLimit: 'api',
  body: () =>
    object({
      displayName: text(limits.playlistName),
      privacy: numberOf([1, 2, 3]).optional(),
      description: nullable(text(limits.playlistDescription)),
      videoChannelId: nullable(id()),
    }),
  bodyTypes: ['multipart/form-data', 'application/json'],
  files: { thumbnailfile: { required: false, ...fileRules.videoImage } },
  success: 200,
  response: () =>
    z.strictObject({ videoPlaylist: z.strictObject({ id: z.int(), uuid: z.string(), shortUUID: z.string() }) }),
  in70: true,
})

export const getVideoPlaylistsByPlaylistId = operation({
  id: 'getVideoPlaylistsByPlaylistId',
  method: 'GET',
  path: '/api/v1/video-playlists/{playlistId}',
  tag: 'Video Playlists',
  summary: 'Fetch one playlist',
  auth: 'optional',
  ignoresBadToken: true,
  rateLimit: 'api',
  params: () => object({ playlistId: videoReference() }),
  success: 200,
  response: VideoPlaylist,
  in70: true,
})

export const putVideoPlaylistsByPlaylistId = operation({
  id: 'putVideoPlaylistsByPlaylistId',
  method: 'PUT',
  path: '/api/v1/video-playlists/{playlistId}',
  tag: 'Video Playlists',
  summary: 'Edit a playlist',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ playlistId: videoReference() }),
  body: () =>
    object({
      displayName: text(limits.playlistName).optional(),
      privacy: numberOf([1, 2, 3]).optional(),
      description: nullable(text(limits.playlistDescription)),
      videoChannelId: nullable(id()),
    }).prefault({}),
  bodyTypes: ['multipart/form-data', 'application/json'],
  files: { thumbnailfile: { required: false, ...fileRules.videoImage } },
  success: 204,
  in70: true,
})

export const deleteVideoPlaylistsByPlaylistId = operation({
  id: 'deleteVideoPlaylistsByPlaylistId',
  method: 'DELETE',
  path: '/api/v1/video-playlists/{playlistId}',
  tag: 'Video Playlists',
  summary: 'Delete a playlist',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ playlistId: videoReference() }),
  success: 204,
  in70: true,
})

export const reorderVideoPlaylist = operation({
  id: 'reorderVideoPlaylist',
  method: 'POST',
  path: '/api/v1/video-playlists/{playlistId}/videos/reorder',
  tag: 'Video Playlists',
  summary: 'Move playlist elements around',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ playlistId: videoReference() }),
  body: () =>
    object({
      startPosition: integer({ min: 1 }),
      insertAfterPosition: integer({ min: 0 }),
      reorderLength: integer({ min: 1 }).optional(),
    }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const putVideoPlaylistVideo = operation({
  id: 'putVideoPlaylistVideo',
  method: 'PUT',
  path: '/api/v1/video-playlists/{playlistId}/videos/{playlistElementId}',
  tag: 'Video Playlists',
  summary: "Edit an element's time range",
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ playlistId: videoReference(), playlistElementId: id() }),
  body: () => object({ startTimestamp: timestamp(), stopTimestamp: timestamp() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const delVideoPlaylistVideo = operation({
  id: 'delVideoPlaylistVideo',
  method: 'DELETE',
  path: '/api/v1/video-playlists/{playlistId}/videos/{playlistElementId}',
  tag: 'Video Playlists',
  summary: 'Take an element out of playlist',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ playlistId: videoReference(), playlistElementId: id() }),
  body: () => object({ startTimestamp: timestamp(), stopTimestamp: timestamp() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const getUsersMeVideoPlaylistsVideosExist = operation({
  id: 'getUsersMeVideoPlaylistsVideosExist',
  method: 'GET',
  path: '/api/v1/users/me/video-playlists/videos-exist',
  tag: 'Video Playlists',
  summary: 'Which playlists hold these videos',
  auth: 'user',
  rateLimit: 'api',
  query: () => object({ videoIds: arrayOf(id(), { min: 1, ...limits.lookups }) }),
  success: 200,
  response: VideosExistInPlaylists,
  in70: true,
})

export const getAccountsByNameVideoPlaylists = operation({
  id: 'getAccountsByNameVideoPlaylists',
  method: 'GET',
  path: '/api/v1/accounts/{name}/video-playlists',
  tag: 'Video Playlists',
  summary: 'Page through account playlists',
  auth: 'optional',
  rateLimit: 'api',
  params: () => object({ name: handle() }),
  query: () =>
    object({
      ...sortedPage(['name', 'displayName', 'createdAt', 'updatedAt', 'videoChannelPosition'], '-createdAt'),
      search: text({ min: 1 }).optional(),
      playlistType: numberOf([1, 2]).optional(),
      includeCollaborations: boolean().optional(),
      channelNameOneOf: arrayOf(text()).optional(),
    }),
  success: 200,
  response: resultList(VideoPlaylist),
  in70: true,
})
