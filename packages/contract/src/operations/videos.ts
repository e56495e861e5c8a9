import { timestamp, created } from '../fields.ts'
import { boolean, integer, object, text, videoReference } from '../lenient.ts'
import { operation } from '../operation.ts'
import { pagination, sortedPage, resultList } from '../pagination.ts'
import { VideoImport } from '../schemas/imports.ts'
import { PlaylistElement } from '../schemas/playlists.ts'

export const getUsersMeVideosImports = operation({
  id: 'getUsersMeVideosImports',
  method: 'GET',
  path: '/api/v1/users/me/videos/imports',
  tag: 'Videos',
  summary: "Caller's video imports",
  auth: 'user',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['createdAt'], '-createdAt'),
      includeCollaborations: boolean().optional(),
      videoId: integer().optional(),
      targetUrl: text().optional(),
      videoChannelSyncId: integer().optional(),
      search: text().optional(),
      id: integer().optional(),
    }),
  success: 200,
  response: resultList(VideoImport),
  in70: true,
})

export const getVideoPlaylistVideos = operation({
  id: 'getVideoPlaylistVideos',
  method: 'GET',
  path: '/api/v1/video-playlists/{playlistId}/videos',
  tag: 'Videos',
  summary: 'Page through playlist elements',
  auth: 'optional',
  ignoresBadToken: true,
  rateLimit: 'api',
  params: () => object({ playlistId: videoReference() }),
  query: () => object({ ...pagination() }),
  success: 200,
  response: resultList(PlaylistElement),
  in70: true,
})

export const addVideoPlaylistVideo = operation({
  id: 'addVideoPlaylistVideo',
  method: 'POST',
  path: '/api/v1/video-playlists/{playlistId}/videos',
  tag: 'Videos',
  summary: 'Append a video to a playlist',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ playlistId: videoReference() }),
  body: () => object({ videoId: videoReference(), startTimestamp: timestamp(), stopTimestamp: timestamp() }),
  bodyTypes: ['application/json'],
  success: 200,
  response: created('videoPlaylistElement'),
  in70: true,
})
