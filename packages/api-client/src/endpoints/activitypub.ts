// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getAccountsByAccountNameDislikesByVideoId = endpoint<'getAccountsByAccountNameDislikesByVideoId'>(
  'GET',
  '/accounts/{accountName}/dislikes/{videoId}',
  'raw',
)
export const getAccountsByAccountNameLikesByVideoId = endpoint<'getAccountsByAccountNameLikesByVideoId'>(
  'GET',
  '/accounts/{accountName}/likes/{videoId}',
  'raw',
)
export const getAccountsByHandle = endpoint<'getAccountsByHandle'>('GET', '/accounts/{handle}', 'raw')
export const getAccountsByHandleFollowers = endpoint<'getAccountsByHandleFollowers'>(
  'GET',
  '/accounts/{handle}/followers',
  'raw',
)
export const getAccountsByHandleFollowing = endpoint<'getAccountsByHandleFollowing'>(
  'GET',
  '/accounts/{handle}/following',
  'raw',
)
export const getAccountsByHandleOutbox = endpoint<'getAccountsByHandleOutbox'>(
  'GET',
  '/accounts/{handle}/outbox',
  'raw',
)
export const getAccountsByHandlePlaylists = endpoint<'getAccountsByHandlePlaylists'>(
  'GET',
  '/accounts/{handle}/playlists',
  'raw',
)
export const getActivityPubPlaylist = endpoint<'getActivityPubPlaylist'>('GET', '/video-playlists/{playlistId}', 'raw')
export const getRedundancyStreamingPlaylistsByStreamingPlaylistTypeByVideoId =
  endpoint<'getRedundancyStreamingPlaylistsByStreamingPlaylistTypeByVideoId'>(
    'GET',
    '/redundancy/streaming-playlists/{streamingPlaylistType}/{videoId}',
    'raw',
  )
export const getVideoChannelsByHandle = endpoint<'getVideoChannelsByHandle'>('GET', '/video-channels/{handle}', 'raw')
export const getVideoChannelsByHandleFollowers = endpoint<'getVideoChannelsByHandleFollowers'>(
  'GET',
  '/video-channels/{handle}/followers',
  'raw',
)
export const getVideoChannelsByHandleFollowing = endpoint<'getVideoChannelsByHandleFollowing'>(
  'GET',
  '/video-channels/{handle}/following',
  'raw',
)
export const getVideoChannelsByHandleOutbox = endpoint<'getVideoChannelsByHandleOutbox'>(
  'GET',
  '/video-channels/{handle}/outbox',
  'raw',
)
export const getVideoChannelsByHandlePlayerSettings = endpoint<'getVideoChannelsByHandlePlayerSettings'>(
  'GET',
  '/video-channels/{handle}/player-settings',
  'raw',
)
export const getVideoChannelsByHandlePlaylists = endpoint<'getVideoChannelsByHandlePlaylists'>(
  'GET',
  '/video-channels/{handle}/playlists',
  'raw',
)
export const getVideoPlaylistsByPlaylistIdVideosByPlaylistElementId =
  endpoint<'getVideoPlaylistsByPlaylistIdVideosByPlaylistElementId'>(
    'GET',
    '/video-playlists/{playlistId}/videos/{playlistElementId}',
    'raw',
  )
export const getVideosLocalViewerByLocalViewerId = endpoint<'getVideosLocalViewerByLocalViewerId'>(
  'GET',
  '/videos/local-viewer/{localViewerId}',
  'raw',
)
export const getVideosWatchById = endpoint<'getVideosWatchById'>('GET', '/videos/watch/{id}', 'raw')
export const getVideosWatchByIdActivity = endpoint<'getVideosWatchByIdActivity'>(
  'GET',
  '/videos/watch/{id}/activity',
  'raw',
)
export const getVideosWatchByIdAnnounces = endpoint<'getVideosWatchByIdAnnounces'>(
  'GET',
  '/videos/watch/{id}/announces',
  'raw',
)
export const getVideosWatchByIdAnnouncesByActorId = endpoint<'getVideosWatchByIdAnnouncesByActorId'>(
  'GET',
  '/videos/watch/{id}/announces/{actorId}',
  'raw',
)
export const getVideosWatchByIdChapters = endpoint<'getVideosWatchByIdChapters'>(
  'GET',
  '/videos/watch/{id}/chapters',
  'raw',
)
export const getVideosWatchByIdComments = endpoint<'getVideosWatchByIdComments'>(
  'GET',
  '/videos/watch/{id}/comments',
  'raw',
)
export const getVideosWatchByIdDislikes = endpoint<'getVideosWatchByIdDislikes'>(
  'GET',
  '/videos/watch/{id}/dislikes',
  'raw',
)
export const getVideosWatchByIdLikes = endpoint<'getVideosWatchByIdLikes'>('GET', '/videos/watch/{id}/likes', 'raw')
export const getVideosWatchByIdPlayerSettings = endpoint<'getVideosWatchByIdPlayerSettings'>(
  'GET',
  '/videos/watch/{id}/player-settings',
  'raw',
)
export const getVideosWatchByVideoIdCommentsByCommentId = endpoint<'getVideosWatchByVideoIdCommentsByCommentId'>(
  'GET',
  '/videos/watch/{videoId}/comments/{commentId}',
  'raw',
)
export const getVideosWatchByVideoIdCommentsByCommentIdActivity =
  endpoint<'getVideosWatchByVideoIdCommentsByCommentIdActivity'>(
    'GET',
    '/videos/watch/{videoId}/comments/{commentId}/activity',
    'raw',
  )
export const getVideosWatchByVideoIdCommentsByCommentIdApproveReply =
  endpoint<'getVideosWatchByVideoIdCommentsByCommentIdApproveReply'>(
    'GET',
    '/videos/watch/{videoId}/comments/{commentId}/approve-reply',
    'raw',
  )
export const postAccountsByHandleInbox = endpoint<'postAccountsByHandleInbox'>(
  'POST',
  '/accounts/{handle}/inbox',
  'nothing',
  'json',
)
export const postInbox = endpoint<'postInbox'>('POST', '/inbox', 'nothing', 'json')
export const postVideoChannelsByHandleInbox = endpoint<'postVideoChannelsByHandleInbox'>(
  'POST',
  '/video-channels/{handle}/inbox',
  'nothing',
  'json',
)
