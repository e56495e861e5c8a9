import { z } from 'zod'
import { handle, object, text, videoReference } from '../lenient.ts'
import { operation } from '../operation.ts'
import { activityPubPage } from '../pagination.ts'

export const getAccountsByHandle = operation({
  id: 'getAccountsByHandle',
  method: 'GET',
  path: '/accounts/{handle}',
  aliases: ['/account/{handle}', '/a/{handle}', '/accounts/{handle}/video-channels', '/a/{handle}/video-channels'],
  tag: 'ActivityPub',
  summary: 'Account actor document',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ handle: handle() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getAccountsByHandleFollowers = operation({
  id: 'getAccountsByHandleFollowers',
  method: 'GET',
  path: '/accounts/{handle}/followers',
  aliases: ['/account/{handle}/followers'],
  tag: 'ActivityPub',
  summary: 'Account followers collection',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ handle: handle() }),
  query: () => object({ ...activityPubPage() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getAccountsByHandleFollowing = operation({
  id: 'getAccountsByHandleFollowing',
  method: 'GET',
  path: '/accounts/{handle}/following',
  aliases: ['/account/{handle}/following'],
  tag: 'ActivityPub',
  summary: 'Account following collection',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ handle: handle() }),
  query: () => object({ ...activityPubPage() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getAccountsByHandlePlaylists = operation({
  id: 'getAccountsByHandlePlaylists',
  method: 'GET',
  path: '/accounts/{handle}/playlists',
  aliases: ['/account/{handle}/playlists'],
  tag: 'ActivityPub',
  summary: 'Account playlists collection',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ handle: handle() }),
  query: () => object({ ...activityPubPage() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getAccountsByAccountNameLikesByVideoId = operation({
  id: 'getAccountsByAccountNameLikesByVideoId',
  method: 'GET',
  path: '/accounts/{accountName}/likes/{videoId}',
  tag: 'ActivityPub',
  summary: 'Like activity of an account',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ accountName: handle(), videoId: text() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getAccountsByAccountNameDislikesByVideoId = operation({
  id: 'getAccountsByAccountNameDislikesByVideoId',
  method: 'GET',
  path: '/accounts/{accountName}/dislikes/{videoId}',
  tag: 'ActivityPub',
  summary: 'Dislike activity of an account',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ accountName: handle(), videoId: text() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideosWatchById = operation({
  id: 'getVideosWatchById',
  method: 'GET',
  path: '/videos/watch/{id}',
  aliases: ['/w/{id}'],
  tag: 'ActivityPub',
  summary: 'Video object',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ id: text() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideosWatchByIdActivity = operation({
  id: 'getVideosWatchByIdActivity',
  method: 'GET',
  path: '/videos/watch/{id}/activity',
  tag: 'ActivityPub',
  summary: 'Create activity of a video',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ id: text() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideosWatchByIdComments = operation({
  id: 'getVideosWatchByIdComments',
  method: 'GET',
  path: '/videos/watch/{id}/comments',
  tag: 'ActivityPub',
  summary: 'Comments collection of a video',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ id: text() }),
  query: () => object({ ...activityPubPage() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideosWatchByVideoIdCommentsByCommentId = operation({
  id: 'getVideosWatchByVideoIdCommentsByCommentId',
  method: 'GET',
  path: '/videos/watch/{videoId}/comments/{commentId}',
  aliases: ['/w/{videoId};threadId={commentId}'],
  tag: 'ActivityPub',
  summary: 'Comment object',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ videoId: text(), commentId: text() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideosWatchByVideoIdCommentsByCommentIdActivity = operation({
  id: 'getVideosWatchByVideoIdCommentsByCommentIdActivity',
  method: 'GET',
  path: '/videos/watch/{videoId}/comments/{commentId}/activity',
  tag: 'ActivityPub',
  summary: 'Create activity of a comment',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ videoId: text(), commentId: text() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideosWatchByVideoIdCommentsByCommentIdApproveReply = operation({
  id: 'getVideosWatchByVideoIdCommentsByCommentIdApproveReply',
  method: 'GET',
  path: '/videos/watch/{videoId}/comments/{commentId}/approve-reply',
  tag: 'ActivityPub',
  summary: 'Approval activity of a comment',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ videoId: text(), commentId: text() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideosWatchByIdAnnounces = operation({
  id: 'getVideosWatchByIdAnnounces',
  method: 'GET',
  path: '/videos/watch/{id}/announces',
  tag: 'ActivityPub',
  summary: 'Announces collection of a video',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ id: text() }),
  query: () => object({ ...activityPubPage() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideosWatchByIdAnnouncesByActorId = operation({
  id: 'getVideosWatchByIdAnnouncesByActorId',
  method: 'GET',
  path: '/videos/watch/{id}/announces/{actorId}',
  tag: 'ActivityPub',
  summary: 'One announce activity',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ id: text(), actorId: text() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideosWatchByIdLikes = operation({
  id: 'getVideosWatchByIdLikes',
  method: 'GET',
  path: '/videos/watch/{id}/likes',
  tag: 'ActivityPub',
  summary: 'Likes collection of a video',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ id: text() }),
  query: () => object({ ...activityPubPage() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideosWatchByIdDislikes = operation({
  id: 'getVideosWatchByIdDislikes',
  method: 'GET',
  path: '/videos/watch/{id}/dislikes',
  tag: 'ActivityPub',
  summary: 'Dislikes collection of a video',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ id: text() }),
  query: () => object({ ...activityPubPage() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideosWatchByIdPlayerSettings = operation({
  id: 'getVideosWatchByIdPlayerSettings',
  method: 'GET',
  path: '/videos/watch/{id}/player-settings',
  tag: 'ActivityPub',
  summary: 'Player settings object of a video',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ id: text() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideosWatchByIdChapters = operation({
  id: 'getVideosWatchByIdChapters',
  method: 'GET',
  path: '/videos/watch/{id}/chapters',
  tag: 'ActivityPub',
  summary: 'Chapters object of a video',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ id: text() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideoChannelsByHandle = operation({
  id: 'getVideoChannelsByHandle',
  method: 'GET',
  path: '/video-channels/{handle}',
  aliases: ['/video-channels/{handle}/videos', '/c/{handle}', '/c/{handle}/videos'],
  tag: 'ActivityPub',
  summary: 'Channel actor document',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ handle: handle() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideoChannelsByHandleFollowers = operation({
  id: 'getVideoChannelsByHandleFollowers',
  method: 'GET',
  path: '/video-channels/{handle}/followers',
  tag: 'ActivityPub',
  summary: 'Channel followers collection',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ handle: handle() }),
  query: () => object({ ...activityPubPage() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideoChannelsByHandleFollowing = operation({
  id: 'getVideoChannelsByHandleFollowing',
  method: 'GET',
  path: '/video-channels/{handle}/following',
  tag: 'ActivityPub',
  summary: 'Channel following collection',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ handle: handle() }),
  query: () => object({ ...activityPubPage() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideoChannelsByHandlePlaylists = operation({
  id: 'getVideoChannelsByHandlePlaylists',
  method: 'GET',
  path: '/video-channels/{handle}/playlists',
  tag: 'ActivityPub',
  summary: 'Channel playlists collection',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ handle: handle() }),
  query: () => object({ ...activityPubPage() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideoChannelsByHandlePlayerSettings = operation({
  id: 'getVideoChannelsByHandlePlayerSettings',
  method: 'GET',
  path: '/video-channels/{handle}/player-settings',
  tag: 'ActivityPub',
  summary: 'Player settings object of a channel',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ handle: handle() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getRedundancyStreamingPlaylistsByStreamingPlaylistTypeByVideoId = operation({
  id: 'getRedundancyStreamingPlaylistsByStreamingPlaylistTypeByVideoId',
  method: 'GET',
  path: '/redundancy/streaming-playlists/{streamingPlaylistType}/{videoId}',
  tag: 'ActivityPub',
  summary: 'Cache file object',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ streamingPlaylistType: text(), videoId: text() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getActivityPubPlaylist = operation({
  id: 'getActivityPubPlaylist',
  method: 'GET',
  path: '/video-playlists/{playlistId}',
  aliases: ['/videos/watch/playlist/{playlistId}', '/w/p/{playlistId}'],
  tag: 'ActivityPub',
  summary: 'Playlist object',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ playlistId: videoReference() }),
  query: () => object({ ...activityPubPage() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideoPlaylistsByPlaylistIdVideosByPlaylistElementId = operation({
  id: 'getVideoPlaylistsByPlaylistIdVideosByPlaylistElementId',
  method: 'GET',
  path: '/video-playlists/{playlistId}/videos/{playlistElementId}',
  tag: 'ActivityPub',
  summary: 'Playlist element object',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ playlistId: videoReference(), playlistElementId: text() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const getVideosLocalViewerByLocalViewerId = operation({
  id: 'getVideosLocalViewerByLocalViewerId',
  method: 'GET',
  path: '/videos/local-viewer/{localViewerId}',
  tag: 'ActivityPub',
  summary: 'Watch action object',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ localViewerId: text() }),
  success: 200,
  in70: false,
  variant: 'activitypub',
})

export const postInbox = operation({
  id: 'postInbox',
  method: 'POST',
  path: '/inbox',
  tag: 'ActivityPub',
  summary: 'Shared inbox',
  auth: 'none',
  rateLimit: 'activity_pub',
  body: () => z.record(z.string(), z.unknown()),
  bodyTypes: ['application/activity+json', 'application/ld+json'],
  success: 204,
  in70: false,
})

export const postAccountsByHandleInbox = operation({
  id: 'postAccountsByHandleInbox',
  method: 'POST',
  path: '/accounts/{handle}/inbox',
  tag: 'ActivityPub',
  summary: 'Account inbox',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ handle: handle() }),
  body: () => z.record(z.string(), z.unknown()),
  bodyTypes: ['application/activity+json', 'application/ld+json'],
  success: 204,
  in70: false,
})

export const postVideoChannelsByHandleInbox = operation({
  id: 'postVideoChannelsByHandleInbox',
  method: 'POST',
  path: '/video-channels/{handle}/inbox',
  tag: 'ActivityPub',
  summary: 'Channel inbox',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ handle: handle() }),
  body: () => z.record(z.string(), z.unknown()),
  bodyTypes: ['application/activity+json', 'application/ld+json'],
  success: 204,
  in70: false,
})

export const getAccountsByHandleOutbox = operation({
  id: 'getAccountsByHandleOutbox',
  method: 'GET',
  path: '/accounts/{handle}/outbox',
  tag: 'ActivityPub',
  summary: 'Account outbox',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ handle: handle() }),
  query: () => object({ ...activityPubPage() }),
  success: 200,
  in70: false,
})

export const getVideoChannelsByHandleOutbox = operation({
  id: 'getVideoChannelsByHandleOutbox',
  method: 'GET',
  path: '/video-channels/{handle}/outbox',
  tag: 'ActivityPub',
  summary: 'Channel outbox',
  auth: 'none',
  rateLimit: 'activity_pub',
  params: () => object({ handle: handle() }),
  query: () => object({ ...activityPubPage() }),
  success: 200,
  in70: false,
})
