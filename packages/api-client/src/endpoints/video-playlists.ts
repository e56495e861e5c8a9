// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const addPlaylist = endpoint<'addPlaylist'>('POST', '/api/v1/video-playlists', 'json', 'form-or-json')
export const delVideoPlaylistVideo = endpoint<'delVideoPlaylistVideo'>(
  'DELETE',
  '/api/v1/video-playlists/{playlistId}/videos/{playlistElementId}',
  'nothing',
  'json',
)
export const deleteVideoPlaylistsByPlaylistId = endpoint<'deleteVideoPlaylistsByPlaylistId'>(
  'DELETE',
  '/api/v1/video-playlists/{playlistId}',
  'nothing',
)
export const getAccountsByNameVideoPlaylists = endpoint<'getAccountsByNameVideoPlaylists'>(
  'GET',
  '/api/v1/accounts/{name}/video-playlists',
  'json',
)
export const getPlaylistPrivacyPolicies = endpoint<'getPlaylistPrivacyPolicies'>(
  'GET',
  '/api/v1/video-playlists/privacies',
  'json',
)
export const getPlaylists = endpoint<'getPlaylists'>('GET', '/api/v1/video-playlists', 'json')
export const getUsersMeVideoPlaylistsVideosExist = endpoint<'getUsersMeVideoPlaylistsVideosExist'>(
  'GET',
  '/api/v1/users/me/video-playlists/videos-exist',
  'json',
)
export const getVideoChannelsByChannelHandleVideoPlaylists = endpoint<'getVideoChannelsByChannelHandleVideoPlaylists'>(
  'GET',
  '/api/v1/video-channels/{channelHandle}/video-playlists',
  'json',
)
export const getVideoPlaylistsByPlaylistId = endpoint<'getVideoPlaylistsByPlaylistId'>(
  'GET',
  '/api/v1/video-playlists/{playlistId}',
  'json',
)
export const putVideoPlaylistVideo = endpoint<'putVideoPlaylistVideo'>(
  'PUT',
  '/api/v1/video-playlists/{playlistId}/videos/{playlistElementId}',
  'nothing',
  'json',
)
export const putVideoPlaylistsByPlaylistId = endpoint<'putVideoPlaylistsByPlaylistId'>(
  'PUT',
  '/api/v1/video-playlists/{playlistId}',
  'nothing',
  'form-or-json',
)
export const reorderVideoPlaylist = endpoint<'reorderVideoPlaylist'>(
  'POST',
  '/api/v1/video-playlists/{playlistId}/videos/reorder',
  'nothing',
  'json',
)
export const reorderVideoPlaylistsOfChannel = endpoint<'reorderVideoPlaylistsOfChannel'>(
  'POST',
  '/api/v1/video-channels/{channelHandle}/video-playlists/reorder',
  'nothing',
  'json',
)
