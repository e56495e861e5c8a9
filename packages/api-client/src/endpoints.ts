// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from './endpoint.ts'

export const deleteAbusesByAbuseId = endpoint<'deleteAbusesByAbuseId'>('DELETE', '/api/v1/abuses/{abuseId}', 'nothing')
export const deleteAbusesByAbuseIdMessagesByAbuseMessageId = endpoint<'deleteAbusesByAbuseIdMessagesByAbuseMessageId'>(
  'DELETE',
  '/api/v1/abuses/{abuseId}/messages/{abuseMessageId}',
  'nothing',
)
export const getAbuses = endpoint<'getAbuses'>('GET', '/api/v1/abuses', 'json')
export const getAbusesByAbuseIdMessages = endpoint<'getAbusesByAbuseIdMessages'>(
  'GET',
  '/api/v1/abuses/{abuseId}/messages',
  'json',
)
export const getMyAbuses = endpoint<'getMyAbuses'>('GET', '/api/v1/users/me/abuses', 'json')
export const postAbuses = endpoint<'postAbuses'>('POST', '/api/v1/abuses', 'json', 'json')
export const postAbusesByAbuseIdMessages = endpoint<'postAbusesByAbuseIdMessages'>(
  'POST',
  '/api/v1/abuses/{abuseId}/messages',
  'json',
  'json',
)
export const putAbusesByAbuseId = endpoint<'putAbusesByAbuseId'>('PUT', '/api/v1/abuses/{abuseId}', 'nothing', 'json')
export const blockAccount = endpoint<'blockAccount'>('POST', '/api/v1/users/me/blocklist/accounts', 'nothing', 'json')
export const blockServer = endpoint<'blockServer'>('POST', '/api/v1/users/me/blocklist/servers', 'nothing', 'json')
export const getBlocklistStatus = endpoint<'getBlocklistStatus'>('GET', '/api/v1/blocklist/status', 'json')
export const getMyBlockedAccounts = endpoint<'getMyBlockedAccounts'>(
  'GET',
  '/api/v1/users/me/blocklist/accounts',
  'json',
)
export const getMyBlockedServers = endpoint<'getMyBlockedServers'>('GET', '/api/v1/users/me/blocklist/servers', 'json')
export const unblockAccount = endpoint<'unblockAccount'>(
  'DELETE',
  '/api/v1/users/me/blocklist/accounts/{accountName}',
  'nothing',
)
export const unblockServer = endpoint<'unblockServer'>('DELETE', '/api/v1/users/me/blocklist/servers/{host}', 'nothing')
export const getAccount = endpoint<'getAccount'>('GET', '/api/v1/accounts/{name}', 'json')
export const getAccountFollowers = endpoint<'getAccountFollowers'>('GET', '/api/v1/accounts/{name}/followers', 'json')
export const getAccountVideos = endpoint<'getAccountVideos'>('GET', '/api/v1/accounts/{name}/videos', 'json')
export const getAccounts = endpoint<'getAccounts'>('GET', '/api/v1/accounts', 'json')
export const getAccountsByNameRatings = endpoint<'getAccountsByNameRatings'>(
  'GET',
  '/api/v1/accounts/{name}/ratings',
  'json',
)
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
export const getAutomaticTagsAccountsByAccountNameAvailable =
  endpoint<'getAutomaticTagsAccountsByAccountNameAvailable'>(
    'GET',
    '/api/v1/automatic-tags/accounts/{accountName}/available',
    'json',
  )
export const getAutomaticTagsPoliciesAccountsByAccountNameComments =
  endpoint<'getAutomaticTagsPoliciesAccountsByAccountNameComments'>(
    'GET',
    '/api/v1/automatic-tags/policies/accounts/{accountName}/comments',
    'json',
  )
export const getAutomaticTagsPoliciesServerVideos = endpoint<'getAutomaticTagsPoliciesServerVideos'>(
  'GET',
  '/api/v1/automatic-tags/policies/server/videos',
  'json',
)
export const getAutomaticTagsServerAvailable = endpoint<'getAutomaticTagsServerAvailable'>(
  'GET',
  '/api/v1/automatic-tags/server/available',
  'json',
)
export const putAutomaticTagsPoliciesAccountsByAccountNameComments =
  endpoint<'putAutomaticTagsPoliciesAccountsByAccountNameComments'>(
    'PUT',
    '/api/v1/automatic-tags/policies/accounts/{accountName}/comments',
    'nothing',
    'json',
  )
export const putAutomaticTagsPoliciesServerVideos = endpoint<'putAutomaticTagsPoliciesServerVideos'>(
  'PUT',
  '/api/v1/automatic-tags/policies/server/videos',
  'nothing',
  'json',
)
export const addVideoChannelSync = endpoint<'addVideoChannelSync'>(
  'POST',
  '/api/v1/video-channel-syncs',
  'json',
  'json',
)
export const delVideoChannelSync = endpoint<'delVideoChannelSync'>(
  'DELETE',
  '/api/v1/video-channel-syncs/{channelSyncId}',
  'nothing',
)
export const triggerVideoChannelSync = endpoint<'triggerVideoChannelSync'>(
  'POST',
  '/api/v1/video-channel-syncs/{channelSyncId}/sync',
  'nothing',
)
export const updateClientInterfaceLanguage = endpoint<'updateClientInterfaceLanguage'>(
  'POST',
  '/api/v1/client-config/update-interface-language',
  'nothing',
  'json',
)
export const updateClientLanguage = endpoint<'updateClientLanguage'>(
  'POST',
  '/api/v1/client-config/update-language',
  'nothing',
  'json',
)
export const get = endpoint<'get'>('GET', '/', 'raw')
export const getAByHandle = endpoint<'getAByHandle'>('GET', '/a/{handle}', 'raw')
export const getByHandle = endpoint<'getByHandle'>('GET', '/@{handle}', 'raw')
export const getCByHandle = endpoint<'getCByHandle'>('GET', '/c/{handle}', 'raw')
export const getClientAssetsImagesByOverridable = endpoint<'getClientAssetsImagesByOverridable'>(
  'GET',
  '/client/assets/images/{overridable}',
  'raw',
)
export const getClientByPath = endpoint<'getClientByPath'>('GET', '/client/{path}', 'raw')
export const getClientLocalesByLocaleByFileJson = endpoint<'getClientLocalesByLocaleByFileJson'>(
  'GET',
  '/client/locales/{locale}/{file}.json',
  'json',
)
export const getManifestWebmanifest = endpoint<'getManifestWebmanifest'>('GET', '/manifest.webmanifest', 'json')
export const getVideoPlaylistsEmbedById = endpoint<'getVideoPlaylistsEmbedById'>(
  'GET',
  '/video-playlists/embed/{id}',
  'raw',
)
export const getVideoPlaylistsTestEmbed = endpoint<'getVideoPlaylistsTestEmbed'>(
  'GET',
  '/video-playlists/test-embed',
  'raw',
)
export const getVideosEmbedById = endpoint<'getVideosEmbedById'>('GET', '/videos/embed/{id}', 'raw')
export const getVideosTestEmbed = endpoint<'getVideosTestEmbed'>('GET', '/videos/test-embed', 'raw')
export const getWById = endpoint<'getWById'>('GET', '/w/{id}', 'raw')
export const getWPById = endpoint<'getWPById'>('GET', '/w/p/{id}', 'raw')
export const delCustomConfig = endpoint<'delCustomConfig'>('DELETE', '/api/v1/config/custom', 'json')
export const deleteConfigInstanceAvatar = endpoint<'deleteConfigInstanceAvatar'>(
  'DELETE',
  '/api/v1/config/instance-avatar',
  'nothing',
)
export const deleteConfigInstanceBanner = endpoint<'deleteConfigInstanceBanner'>(
  'DELETE',
  '/api/v1/config/instance-banner',
  'nothing',
)
export const deleteConfigInstanceLogoByLogoType = endpoint<'deleteConfigInstanceLogoByLogoType'>(
  'DELETE',
  '/api/v1/config/instance-logo/{logoType}',
  'nothing',
)
export const getAbout = endpoint<'getAbout'>('GET', '/api/v1/config/about', 'json')
export const getConfig = endpoint<'getConfig'>('GET', '/api/v1/config', 'json')
export const getCustomConfig = endpoint<'getCustomConfig'>('GET', '/api/v1/config/custom', 'json')
export const postConfigInstanceAvatarPick = endpoint<'postConfigInstanceAvatarPick'>(
  'POST',
  '/api/v1/config/instance-avatar/pick',
  'nothing',
  'form',
)
export const postConfigInstanceBannerPick = endpoint<'postConfigInstanceBannerPick'>(
  'POST',
  '/api/v1/config/instance-banner/pick',
  'nothing',
  'form',
)
export const postConfigInstanceLogoByLogoTypePick = endpoint<'postConfigInstanceLogoByLogoTypePick'>(
  'POST',
  '/api/v1/config/instance-logo/{logoType}/pick',
  'nothing',
  'form',
)
export const putCustomConfig = endpoint<'putCustomConfig'>('PUT', '/api/v1/config/custom', 'json', 'json')
export const contactAdministrator = endpoint<'contactAdministrator'>(
  'POST',
  '/api/v1/server/contact',
  'nothing',
  'json',
)
export const getDebug = endpoint<'getDebug'>('GET', '/api/v1/server/debug', 'json')
export const runDebugCommand = endpoint<'runDebugCommand'>(
  'POST',
  '/api/v1/server/debug/run-command',
  'nothing',
  'json',
)
export const getCustomPagesHomepageInstance = endpoint<'getCustomPagesHomepageInstance'>(
  'GET',
  '/api/v1/custom-pages/homepage/instance',
  'json',
)
export const putCustomPagesHomepageInstance = endpoint<'putCustomPagesHomepageInstance'>(
  'PUT',
  '/api/v1/custom-pages/homepage/instance',
  'nothing',
  'json',
)
export const deleteServerFollowersByHandle = endpoint<'deleteServerFollowersByHandle'>(
  'DELETE',
  '/api/v1/server/followers/{handle}',
  'nothing',
)
export const deleteServerFollowingByHostOrHandle = endpoint<'deleteServerFollowingByHostOrHandle'>(
  'DELETE',
  '/api/v1/server/following/{hostOrHandle}',
  'nothing',
)
export const getServerFollowers = endpoint<'getServerFollowers'>('GET', '/api/v1/server/followers', 'json')
export const getServerFollowing = endpoint<'getServerFollowing'>('GET', '/api/v1/server/following', 'json')
export const postServerFollowersByHandleAccept = endpoint<'postServerFollowersByHandleAccept'>(
  'POST',
  '/api/v1/server/followers/{handle}/accept',
  'nothing',
)
export const postServerFollowersByHandleReject = endpoint<'postServerFollowersByHandleReject'>(
  'POST',
  '/api/v1/server/followers/{handle}/reject',
  'nothing',
)
export const postServerFollowing = endpoint<'postServerFollowing'>(
  'POST',
  '/api/v1/server/following',
  'nothing',
  'json',
)
export const putServerRedundancyByHost = endpoint<'putServerRedundancyByHost'>(
  'PUT',
  '/api/v1/server/redundancy/{host}',
  'nothing',
  'json',
)
export const cancelJob = endpoint<'cancelJob'>('POST', '/api/v1/jobs/{jobType}/{jobId}/cancel', 'nothing')
export const getAllJobs = endpoint<'getAllJobs'>('GET', '/api/v1/jobs', 'json')
export const getJobs = endpoint<'getJobs'>('GET', '/api/v1/jobs/{state}', 'json')
export const postJobsPause = endpoint<'postJobsPause'>('POST', '/api/v1/jobs/pause', 'nothing')
export const postJobsResume = endpoint<'postJobsResume'>('POST', '/api/v1/jobs/resume', 'nothing')
export const getLazyStaticAvatarsByFilename = endpoint<'getLazyStaticAvatarsByFilename'>(
  'GET',
  '/lazy-static/avatars/{filename}',
  'raw',
)
export const getLazyStaticBannersByFilename = endpoint<'getLazyStaticBannersByFilename'>(
  'GET',
  '/lazy-static/banners/{filename}',
  'raw',
)
export const getLazyStaticPreviewsByFilename = endpoint<'getLazyStaticPreviewsByFilename'>(
  'GET',
  '/lazy-static/previews/{filename}',
  'raw',
)
export const getLazyStaticStoryboardsByFilename = endpoint<'getLazyStaticStoryboardsByFilename'>(
  'GET',
  '/lazy-static/storyboards/{filename}',
  'raw',
)
export const getLazyStaticThumbnailsByFilename = endpoint<'getLazyStaticThumbnailsByFilename'>(
  'GET',
  '/lazy-static/thumbnails/{filename}',
  'raw',
)
export const getLazyStaticTorrentsByFilename = endpoint<'getLazyStaticTorrentsByFilename'>(
  'GET',
  '/lazy-static/torrents/{filename}',
  'raw',
)
export const getLazyStaticVideoCaptionsByFilename = endpoint<'getLazyStaticVideoCaptionsByFilename'>(
  'GET',
  '/lazy-static/video-captions/{filename}',
  'raw',
)
export const addLive = endpoint<'addLive'>('POST', '/api/v1/videos/live', 'json', 'form-or-json')
export const getLiveId = endpoint<'getLiveId'>('GET', '/api/v1/videos/live/{id}', 'json')
export const getVideosByIdLiveSession = endpoint<'getVideosByIdLiveSession'>(
  'GET',
  '/api/v1/videos/{id}/live-session',
  'json',
)
export const getVideosLiveByIdSessions = endpoint<'getVideosLiveByIdSessions'>(
  'GET',
  '/api/v1/videos/live/{id}/sessions',
  'json',
)
export const updateLiveId = endpoint<'updateLiveId'>('PUT', '/api/v1/videos/live/{id}', 'nothing', 'json')
export const getInstanceAuditLogs = endpoint<'getInstanceAuditLogs'>('GET', '/api/v1/server/audit-logs', 'json')
export const getInstanceLogs = endpoint<'getInstanceLogs'>('GET', '/api/v1/server/logs', 'json')
export const sendClientLog = endpoint<'sendClientLog'>('POST', '/api/v1/server/logs/client', 'nothing', 'json')
export const get9091Metrics = endpoint<'get9091Metrics'>('GET', ':9091/metrics', 'raw')
export const getNodeinfoByVersionJson = endpoint<'getNodeinfoByVersionJson'>('GET', '/nodeinfo/{version}.json', 'json')
export const getPing = endpoint<'getPing'>('ALL', '/api/v1/ping', 'raw')
export const getRobotsTxt = endpoint<'getRobotsTxt'>('GET', '/robots.txt', 'raw')
export const getSecurityTxt = endpoint<'getSecurityTxt'>('GET', '/security.txt', 'raw')
export const getSitemapXml = endpoint<'getSitemapXml'>('GET', '/sitemap.xml', 'raw')
export const getTeapot = endpoint<'getTeapot'>('ALL', '/teapot', 'raw')
export const deleteUsersMeHistoryVideosByVideoIdOrUUID = endpoint<'deleteUsersMeHistoryVideosByVideoIdOrUUID'>(
  'DELETE',
  '/api/v1/users/me/history/videos/{videoIdOrUUID}',
  'nothing',
)
export const getUsersMeHistoryVideos = endpoint<'getUsersMeHistoryVideos'>(
  'GET',
  '/api/v1/users/me/history/videos',
  'json',
)
export const postUsersMeHistoryVideosRemove = endpoint<'postUsersMeHistoryVideosRemove'>(
  'POST',
  '/api/v1/users/me/history/videos/remove',
  'nothing',
  'json',
)
export const getUsersMeNotifications = endpoint<'getUsersMeNotifications'>(
  'GET',
  '/api/v1/users/me/notifications',
  'json',
)
export const postUsersMeNotificationsRead = endpoint<'postUsersMeNotificationsRead'>(
  'POST',
  '/api/v1/users/me/notifications/read',
  'nothing',
  'json',
)
export const postUsersMeNotificationsReadAll = endpoint<'postUsersMeNotificationsReadAll'>(
  'POST',
  '/api/v1/users/me/notifications/read-all',
  'nothing',
)
export const putUsersMeNotificationSettings = endpoint<'putUsersMeNotificationSettings'>(
  'PUT',
  '/api/v1/users/me/notification-settings',
  'nothing',
  'json',
)
export const deleteUsersMeSubscriptionsBySubscriptionHandle =
  endpoint<'deleteUsersMeSubscriptionsBySubscriptionHandle'>(
    'DELETE',
    '/api/v1/users/me/subscriptions/{subscriptionHandle}',
    'nothing',
  )
export const getUsersMeSubscriptions = endpoint<'getUsersMeSubscriptions'>(
  'GET',
  '/api/v1/users/me/subscriptions',
  'json',
)
export const getUsersMeSubscriptionsBySubscriptionHandle = endpoint<'getUsersMeSubscriptionsBySubscriptionHandle'>(
  'GET',
  '/api/v1/users/me/subscriptions/{subscriptionHandle}',
  'json',
)
export const getUsersMeSubscriptionsExist = endpoint<'getUsersMeSubscriptionsExist'>(
  'GET',
  '/api/v1/users/me/subscriptions/exist',
  'json',
)
export const getUsersMeSubscriptionsVideos = endpoint<'getUsersMeSubscriptionsVideos'>(
  'GET',
  '/api/v1/users/me/subscriptions/videos',
  'json',
)
export const postUsersMeSubscriptions = endpoint<'postUsersMeSubscriptions'>(
  'POST',
  '/api/v1/users/me/subscriptions',
  'nothing',
  'json',
)
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
export const getObjectStorageProxyStreamingPlaylistsHlsPrivateByVideoUUIDByFilename =
  endpoint<'getObjectStorageProxyStreamingPlaylistsHlsPrivateByVideoUUIDByFilename'>(
    'GET',
    '/object-storage-proxy/streaming-playlists/hls/private/{videoUUID}/{filename}',
    'raw',
  )
export const getObjectStorageProxyWebVideosPrivateByFilename =
  endpoint<'getObjectStorageProxyWebVideosPrivateByFilename'>(
    'GET',
    '/object-storage-proxy/web-videos/private/{filename}',
    'raw',
  )
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
export const getChannelPlayerSettings = endpoint<'getChannelPlayerSettings'>(
  'GET',
  '/api/v1/player-settings/video-channels/{channelHandle}',
  'json',
)
export const getVideoPlayerSettings = endpoint<'getVideoPlayerSettings'>(
  'GET',
  '/api/v1/player-settings/videos/{id}',
  'json',
)
export const updateChannelPlayerSettings = endpoint<'updateChannelPlayerSettings'>(
  'PUT',
  '/api/v1/player-settings/video-channels/{channelHandle}',
  'json',
  'json',
)
export const updateVideoPlayerSettings = endpoint<'updateVideoPlayerSettings'>(
  'PUT',
  '/api/v1/player-settings/videos/{id}',
  'json',
  'json',
)
export const anyPluginsByPluginNameRouterByPath = endpoint<'anyPluginsByPluginNameRouterByPath'>(
  'ALL',
  '/plugins/{pluginName}/router/{path}',
  'raw',
)
export const getPluginsByPluginNameByPluginVersionAuthByAuthName =
  endpoint<'getPluginsByPluginNameByPluginVersionAuthByAuthName'>(
    'GET',
    '/plugins/{pluginName}/{pluginVersion}/auth/{authName}',
    'raw',
  )
export const getPluginsByPluginNameByPluginVersionClientScriptsByStaticEndpoint =
  endpoint<'getPluginsByPluginNameByPluginVersionClientScriptsByStaticEndpoint'>(
    'GET',
    '/plugins/{pluginName}/{pluginVersion}/client-scripts/{staticEndpoint}',
    'raw',
  )
export const getPluginsByPluginNameByPluginVersionStaticByStaticEndpoint =
  endpoint<'getPluginsByPluginNameByPluginVersionStaticByStaticEndpoint'>(
    'GET',
    '/plugins/{pluginName}/{pluginVersion}/static/{staticEndpoint}',
    'raw',
  )
export const getPluginsGlobalCss = endpoint<'getPluginsGlobalCss'>('GET', '/plugins/global.css', 'raw')
export const getPluginsTranslationsByLocaleJson = endpoint<'getPluginsTranslationsByLocaleJson'>(
  'GET',
  '/plugins/translations/{locale}.json',
  'json',
)
export const getThemesByPluginNameByPluginVersionClientScriptsByStaticEndpoint =
  endpoint<'getThemesByPluginNameByPluginVersionClientScriptsByStaticEndpoint'>(
    'GET',
    '/themes/{pluginName}/{pluginVersion}/client-scripts/{staticEndpoint}',
    'raw',
  )
export const getThemesByPluginNameByPluginVersionStaticByStaticEndpoint =
  endpoint<'getThemesByPluginNameByPluginVersionStaticByStaticEndpoint'>(
    'GET',
    '/themes/{pluginName}/{pluginVersion}/static/{staticEndpoint}',
    'raw',
  )
export const getThemesByThemeNameByThemeVersionCssByStaticEndpoint =
  endpoint<'getThemesByThemeNameByThemeVersionCssByStaticEndpoint'>(
    'GET',
    '/themes/{themeName}/{themeVersion}/css/{staticEndpoint}',
    'raw',
  )
export const addPlugin = endpoint<'addPlugin'>('POST', '/api/v1/plugins/install', 'json', 'json')
export const getAvailablePlugins = endpoint<'getAvailablePlugins'>('GET', '/api/v1/plugins/available', 'json')
export const getPlugin = endpoint<'getPlugin'>('GET', '/api/v1/plugins/{npmName}', 'json')
export const getPlugins = endpoint<'getPlugins'>('GET', '/api/v1/plugins', 'json')
export const getPluginsByNpmNamePublicSettings = endpoint<'getPluginsByNpmNamePublicSettings'>(
  'GET',
  '/api/v1/plugins/{npmName}/public-settings',
  'json',
)
export const getPluginsByNpmNameRegisteredSettings = endpoint<'getPluginsByNpmNameRegisteredSettings'>(
  'GET',
  '/api/v1/plugins/{npmName}/registered-settings',
  'json',
)
export const putPluginsByNpmNameSettings = endpoint<'putPluginsByNpmNameSettings'>(
  'PUT',
  '/api/v1/plugins/{npmName}/settings',
  'nothing',
  'json',
)
export const uninstallPlugin = endpoint<'uninstallPlugin'>('POST', '/api/v1/plugins/uninstall', 'nothing', 'json')
export const updatePlugin = endpoint<'updatePlugin'>('POST', '/api/v1/plugins/update', 'json', 'json')
export const acceptRegistration = endpoint<'acceptRegistration'>(
  'POST',
  '/api/v1/users/registrations/{registrationId}/accept',
  'nothing',
  'json',
)
export const deleteRegistration = endpoint<'deleteRegistration'>(
  'DELETE',
  '/api/v1/users/registrations/{registrationId}',
  'nothing',
)
export const listRegistrations = endpoint<'listRegistrations'>('GET', '/api/v1/users/registrations', 'json')
export const registerUser = endpoint<'registerUser'>('POST', '/api/v1/users/register', 'json', 'json')
export const rejectRegistration = endpoint<'rejectRegistration'>(
  'POST',
  '/api/v1/users/registrations/{registrationId}/reject',
  'nothing',
  'json',
)
export const requestRegistration = endpoint<'requestRegistration'>(
  'POST',
  '/api/v1/users/registrations/request',
  'json',
  'json',
)
export const resendEmailToVerifyRegistration = endpoint<'resendEmailToVerifyRegistration'>(
  'POST',
  '/api/v1/users/registrations/ask-send-verify-email',
  'nothing',
  'json',
)
export const verifyRegistrationEmail = endpoint<'verifyRegistrationEmail'>(
  'POST',
  '/api/v1/users/registrations/{registrationId}/verify-email',
  'nothing',
  'json',
)
export const deleteRunnersJobsByJobUUID = endpoint<'deleteRunnersJobsByJobUUID'>(
  'DELETE',
  '/api/v1/runners/jobs/{jobUUID}',
  'nothing',
)
export const getRunnersJobs = endpoint<'getRunnersJobs'>('GET', '/api/v1/runners/jobs', 'json')
export const postRunnersJobsByJobUUIDAbort = endpoint<'postRunnersJobsByJobUUIDAbort'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/abort',
  'nothing',
  'json',
)
export const postRunnersJobsByJobUUIDAccept = endpoint<'postRunnersJobsByJobUUIDAccept'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/accept',
  'json',
  'json',
)
export const postRunnersJobsByJobUUIDCancel = endpoint<'postRunnersJobsByJobUUIDCancel'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/cancel',
  'nothing',
)
export const postRunnersJobsByJobUUIDError = endpoint<'postRunnersJobsByJobUUIDError'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/error',
  'nothing',
  'json',
)
export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDMaxQuality =
  endpoint<'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDMaxQuality'>(
    'POST',
    '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/max-quality',
    'raw',
    'json',
  )
export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDMaxQualityAudio =
  endpoint<'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDMaxQualityAudio'>(
    'POST',
    '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/max-quality/audio',
    'raw',
    'json',
  )
export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDPreviewsMaxQuality =
  endpoint<'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDPreviewsMaxQuality'>(
    'POST',
    '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/previews/max-quality',
    'raw',
    'json',
  )
export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDStudioTaskFilesByFilename =
  endpoint<'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDStudioTaskFilesByFilename'>(
    'POST',
    '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/studio/task-files/{filename}',
    'raw',
    'json',
  )
export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDThumbnailsMaxQuality =
  endpoint<'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDThumbnailsMaxQuality'>(
    'POST',
    '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/thumbnails/max-quality',
    'raw',
    'json',
  )
export const postRunnersJobsByJobUUIDSuccess = endpoint<'postRunnersJobsByJobUUIDSuccess'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/success',
  'nothing',
  'form-or-json',
)
export const postRunnersJobsByJobUUIDUpdate = endpoint<'postRunnersJobsByJobUUIDUpdate'>(
  'POST',
  '/api/v1/runners/jobs/{jobUUID}/update',
  'nothing',
  'form-or-json',
)
export const postRunnersJobsRequest = endpoint<'postRunnersJobsRequest'>(
  'POST',
  '/api/v1/runners/jobs/request',
  'json',
  'json',
)
export const deleteRunnersRegistrationTokensByRegistrationTokenId =
  endpoint<'deleteRunnersRegistrationTokensByRegistrationTokenId'>(
    'DELETE',
    '/api/v1/runners/registration-tokens/{registrationTokenId}',
    'nothing',
  )
export const getRunnersRegistrationTokens = endpoint<'getRunnersRegistrationTokens'>(
  'GET',
  '/api/v1/runners/registration-tokens',
  'json',
)
export const postRunnersRegistrationTokensGenerate = endpoint<'postRunnersRegistrationTokensGenerate'>(
  'POST',
  '/api/v1/runners/registration-tokens/generate',
  'nothing',
)
export const deleteRunnersByRunnerId = endpoint<'deleteRunnersByRunnerId'>(
  'DELETE',
  '/api/v1/runners/{runnerId}',
  'nothing',
)
export const getRunners = endpoint<'getRunners'>('GET', '/api/v1/runners', 'json')
export const postRunnersRegister = endpoint<'postRunnersRegister'>('POST', '/api/v1/runners/register', 'json', 'json')
export const postRunnersUnregister = endpoint<'postRunnersUnregister'>(
  'POST',
  '/api/v1/runners/unregister',
  'nothing',
  'json',
)
export const searchChannels = endpoint<'searchChannels'>('GET', '/api/v1/search/video-channels', 'json')
export const searchPlaylists = endpoint<'searchPlaylists'>('GET', '/api/v1/search/video-playlists', 'json')
export const searchVideos = endpoint<'searchVideos'>('GET', '/api/v1/search/videos', 'json')
export const deleteServerBlocklistAccountsByAccountName = endpoint<'deleteServerBlocklistAccountsByAccountName'>(
  'DELETE',
  '/api/v1/server/blocklist/accounts/{accountName}',
  'nothing',
)
export const deleteServerBlocklistServersByHost = endpoint<'deleteServerBlocklistServersByHost'>(
  'DELETE',
  '/api/v1/server/blocklist/servers/{host}',
  'nothing',
)
export const deleteServerBlocklistSubscriptionsById = endpoint<'deleteServerBlocklistSubscriptionsById'>(
  'DELETE',
  '/api/v1/server/blocklist/subscriptions/{id}',
  'nothing',
)
export const getServerBlocklistAccounts = endpoint<'getServerBlocklistAccounts'>(
  'GET',
  '/api/v1/server/blocklist/accounts',
  'json',
)
export const getServerBlocklistPublicLog = endpoint<'getServerBlocklistPublicLog'>(
  'GET',
  '/api/v1/server/blocklist/public-log',
  'json',
)
export const getServerBlocklistServers = endpoint<'getServerBlocklistServers'>(
  'GET',
  '/api/v1/server/blocklist/servers',
  'json',
)
export const getServerBlocklistSubscriptions = endpoint<'getServerBlocklistSubscriptions'>(
  'GET',
  '/api/v1/server/blocklist/subscriptions',
  'json',
)
export const postServerBlocklistAccounts = endpoint<'postServerBlocklistAccounts'>(
  'POST',
  '/api/v1/server/blocklist/accounts',
  'nothing',
  'json',
)
export const postServerBlocklistServers = endpoint<'postServerBlocklistServers'>(
  'POST',
  '/api/v1/server/blocklist/servers',
  'nothing',
  'json',
)
export const postServerBlocklistSubscriptions = endpoint<'postServerBlocklistSubscriptions'>(
  'POST',
  '/api/v1/server/blocklist/subscriptions',
  'json',
  'json',
)
export const getServicesOembed = endpoint<'getServicesOembed'>('GET', '/services/oembed', 'json')
export const getServicesRedirectAccountsByHandle = endpoint<'getServicesRedirectAccountsByHandle'>(
  'GET',
  '/services/redirect/accounts/{handle}',
  'raw',
)
export const getServicesRedirectActorsByHandle = endpoint<'getServicesRedirectActorsByHandle'>(
  'GET',
  '/services/redirect/actors/{handle}',
  'raw',
)
export const getOAuthClient = endpoint<'getOAuthClient'>('GET', '/api/v1/oauth-clients/local', 'json')
export const getOAuthToken = endpoint<'getOAuthToken'>('POST', '/api/v1/users/token', 'json', 'url-form')
export const getUsersByIdTokenSessions = endpoint<'getUsersByIdTokenSessions'>(
  'GET',
  '/api/v1/users/{id}/token-sessions',
  'json',
)
export const getUsersByIdTokenSessionsByTokenSessionIdRevoke =
  endpoint<'getUsersByIdTokenSessionsByTokenSessionIdRevoke'>(
    'GET',
    '/api/v1/users/{id}/token-sessions/{tokenSessionId}/revoke',
    'json',
  )
export const getUsersScopedTokens = endpoint<'getUsersScopedTokens'>('GET', '/api/v1/users/scoped-tokens', 'json')
export const postUsersByIdTokenSessionsByTokenSessionIdRevoke =
  endpoint<'postUsersByIdTokenSessionsByTokenSessionIdRevoke'>(
    'POST',
    '/api/v1/users/{id}/token-sessions/{tokenSessionId}/revoke',
    'json',
  )
export const postUsersScopedTokens = endpoint<'postUsersScopedTokens'>('POST', '/api/v1/users/scoped-tokens', 'json')
export const revokeOAuthToken = endpoint<'revokeOAuthToken'>('POST', '/api/v1/users/revoke-token', 'json')
export const getStaticUploadsImagesByFilename = endpoint<'getStaticUploadsImagesByFilename'>(
  'GET',
  '/static/uploads/images/{filename}',
  'raw',
)
export const getStaticRedundancyByPath = endpoint<'getStaticRedundancyByPath'>(
  'GET',
  '/static/redundancy/{path}',
  'raw',
)
export const getStaticStreamingPlaylistsHlsByFilename = endpoint<'getStaticStreamingPlaylistsHlsByFilename'>(
  'GET',
  '/static/streaming-playlists/hls/{filename}',
  'raw',
)
export const getStaticStreamingPlaylistsHlsByVideoUUIDByFilename =
  endpoint<'getStaticStreamingPlaylistsHlsByVideoUUIDByFilename'>(
    'GET',
    '/static/streaming-playlists/hls/{videoUUID}/{filename}',
    'raw',
  )
export const getStaticStreamingPlaylistsHlsPrivateByFilename =
  endpoint<'getStaticStreamingPlaylistsHlsPrivateByFilename'>(
    'GET',
    '/static/streaming-playlists/hls/private/{filename}',
    'raw',
  )
export const getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByFilename =
  endpoint<'getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByFilename'>(
    'GET',
    '/static/streaming-playlists/hls/private/{videoUUID}/{filename}',
    'raw',
  )
export const getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByNameM3u8 =
  endpoint<'getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByNameM3u8'>(
    'GET',
    '/static/streaming-playlists/hls/private/{videoUUID}/{name}.m3u8',
    'raw',
  )
export const getStaticWebVideosByFilename = endpoint<'getStaticWebVideosByFilename'>(
  'GET',
  '/static/web-videos/{filename}',
  'raw',
)
export const getStaticWebVideosPrivateByFilename = endpoint<'getStaticWebVideosPrivateByFilename'>(
  'GET',
  '/static/web-videos/private/{filename}',
  'raw',
)
export const getStaticWebseedByFilename = endpoint<'getStaticWebseedByFilename'>(
  'GET',
  '/static/webseed/{filename}',
  'raw',
)
export const getStaticWebseedPrivateByFilename = endpoint<'getStaticWebseedPrivateByFilename'>(
  'GET',
  '/static/webseed/private/{filename}',
  'raw',
)
export const getInstanceStats = endpoint<'getInstanceStats'>('GET', '/api/v1/server/stats', 'json')
export const postMetricsPlayback = endpoint<'postMetricsPlayback'>(
  'POST',
  '/api/v1/metrics/playback',
  'nothing',
  'json',
)
export const getTrackerAnnounce = endpoint<'getTrackerAnnounce'>('GET', '/tracker/announce', 'raw')
export const getTrackerScrape = endpoint<'getTrackerScrape'>('GET', '/tracker/scrape', 'raw')
export const deleteUserExport = endpoint<'deleteUserExport'>('DELETE', '/api/v1/users/{userId}/exports/{id}', 'nothing')
export const getDownloadUserExportsByFilename = endpoint<'getDownloadUserExportsByFilename'>(
  'GET',
  '/download/user-exports/{filename}',
  'raw',
)
export const listUserExports = endpoint<'listUserExports'>('GET', '/api/v1/users/{userId}/exports', 'json')
export const requestUserExport = endpoint<'requestUserExport'>(
  'POST',
  '/api/v1/users/{userId}/exports/request',
  'json',
  'json',
)
export const getLatestUserImport = endpoint<'getLatestUserImport'>(
  'GET',
  '/api/v1/users/{userId}/imports/latest',
  'json',
)
export const userImportResumable = endpoint<'userImportResumable'>(
  'PUT',
  '/api/v1/users/{userId}/imports/import-resumable',
  'json',
  'binary',
)
export const userImportResumableCancel = endpoint<'userImportResumableCancel'>(
  'DELETE',
  '/api/v1/users/{userId}/imports/import-resumable',
  'nothing',
)
export const userImportResumableInit = endpoint<'userImportResumableInit'>(
  'POST',
  '/api/v1/users/{userId}/imports/import-resumable',
  'raw',
  'json',
)
export const addUser = endpoint<'addUser'>('POST', '/api/v1/users', 'json', 'json')
export const confirmTwoFactorRequest = endpoint<'confirmTwoFactorRequest'>(
  'POST',
  '/api/v1/users/{id}/two-factor/confirm-request',
  'nothing',
  'json',
)
export const delUser = endpoint<'delUser'>('DELETE', '/api/v1/users/{id}', 'nothing')
export const disableTwoFactor = endpoint<'disableTwoFactor'>(
  'POST',
  '/api/v1/users/{id}/two-factor/disable',
  'nothing',
  'json',
)
export const getUser = endpoint<'getUser'>('GET', '/api/v1/users/{id}', 'json')
export const getUsers = endpoint<'getUsers'>('GET', '/api/v1/users', 'json')
export const getUsersAutocomplete = endpoint<'getUsersAutocomplete'>('GET', '/api/v1/users/autocomplete', 'json')
export const postUsersAskResetPassword = endpoint<'postUsersAskResetPassword'>(
  'POST',
  '/api/v1/users/ask-reset-password',
  'nothing',
  'json',
)
export const postUsersByIdBlock = endpoint<'postUsersByIdBlock'>('POST', '/api/v1/users/{id}/block', 'nothing', 'json')
export const postUsersByIdResetPassword = endpoint<'postUsersByIdResetPassword'>(
  'POST',
  '/api/v1/users/{id}/reset-password',
  'nothing',
  'json',
)
export const postUsersByIdUnblock = endpoint<'postUsersByIdUnblock'>(
  'POST',
  '/api/v1/users/{id}/unblock',
  'nothing',
  'json',
)
export const putUser = endpoint<'putUser'>('PUT', '/api/v1/users/{id}', 'nothing', 'json')
export const requestTwoFactor = endpoint<'requestTwoFactor'>(
  'POST',
  '/api/v1/users/{id}/two-factor/request',
  'json',
  'json',
)
export const resendEmailToVerifyUser = endpoint<'resendEmailToVerifyUser'>(
  'POST',
  '/api/v1/users/ask-send-verify-email',
  'nothing',
  'json',
)
export const verifyUser = endpoint<'verifyUser'>('POST', '/api/v1/users/{id}/verify-email', 'nothing', 'json')
export const addView = endpoint<'addView'>('POST', '/api/v1/videos/{id}/views', 'nothing', 'json')
export const delVideo = endpoint<'delVideo'>('DELETE', '/api/v1/videos/{id}', 'nothing')
export const deleteVideoSourceFile = endpoint<'deleteVideoSourceFile'>(
  'DELETE',
  '/api/v1/videos/{id}/source/file',
  'nothing',
)
export const getCategories = endpoint<'getCategories'>('GET', '/api/v1/videos/categories', 'json')
export const getLanguages = endpoint<'getLanguages'>('GET', '/api/v1/videos/languages', 'json')
export const getLicences = endpoint<'getLicences'>('GET', '/api/v1/videos/licences', 'json')
export const getOverviewsVideos = endpoint<'getOverviewsVideos'>('GET', '/api/v1/overviews/videos', 'json')
export const getVideo = endpoint<'getVideo'>('GET', '/api/v1/videos/{id}', 'json')
export const getVideoChannelVideos = endpoint<'getVideoChannelVideos'>(
  'GET',
  '/api/v1/video-channels/{channelHandle}/videos',
  'json',
)
export const getVideoPrivacyPolicies = endpoint<'getVideoPrivacyPolicies'>('GET', '/api/v1/videos/privacies', 'json')
export const getVideoSource = endpoint<'getVideoSource'>('GET', '/api/v1/videos/{id}/source', 'json')
export const getVideos = endpoint<'getVideos'>('GET', '/api/v1/videos', 'json')
export const getVideosByIdDescription = endpoint<'getVideosByIdDescription'>(
  'GET',
  '/api/v1/videos/{id}/description',
  'json',
)
export const listVideoStoryboards = endpoint<'listVideoStoryboards'>('GET', '/api/v1/videos/{id}/storyboards', 'json')
export const postVideosByIdWatching = endpoint<'postVideosByIdWatching'>(
  'POST',
  '/api/v1/videos/{id}/watching',
  'nothing',
  'json',
)
export const putVideo = endpoint<'putVideo'>('PUT', '/api/v1/videos/{id}', 'nothing', 'form-or-json')
export const putVideosByIdViews = endpoint<'putVideosByIdViews'>('PUT', '/api/v1/videos/{id}/views', 'nothing', 'json')
export const putVideosByIdWatching = endpoint<'putVideosByIdWatching'>(
  'PUT',
  '/api/v1/videos/{id}/watching',
  'nothing',
  'json',
)
export const replaceVideoSourceResumable = endpoint<'replaceVideoSourceResumable'>(
  'PUT',
  '/api/v1/videos/{id}/source/replace-resumable',
  'nothing',
  'binary',
)
export const replaceVideoSourceResumableCancel = endpoint<'replaceVideoSourceResumableCancel'>(
  'DELETE',
  '/api/v1/videos/{id}/source/replace-resumable',
  'nothing',
)
export const replaceVideoSourceResumableInit = endpoint<'replaceVideoSourceResumableInit'>(
  'POST',
  '/api/v1/videos/{id}/source/replace-resumable',
  'raw',
  'json',
)
export const requestVideoToken = endpoint<'requestVideoToken'>('POST', '/api/v1/videos/{id}/token', 'json')
export const uploadLegacy = endpoint<'uploadLegacy'>('POST', '/api/v1/videos/upload', 'json', 'form')
export const uploadResumable = endpoint<'uploadResumable'>('PUT', '/api/v1/videos/upload-resumable', 'json', 'binary')
export const uploadResumableCancel = endpoint<'uploadResumableCancel'>(
  'DELETE',
  '/api/v1/videos/upload-resumable',
  'nothing',
)
export const uploadResumableInit = endpoint<'uploadResumableInit'>(
  'POST',
  '/api/v1/videos/upload-resumable',
  'raw',
  'form-or-json',
)
export const addVideoBlock = endpoint<'addVideoBlock'>('POST', '/api/v1/videos/{id}/blacklist', 'nothing', 'json')
export const delVideoBlock = endpoint<'delVideoBlock'>('DELETE', '/api/v1/videos/{id}/blacklist', 'nothing')
export const getVideoBlocks = endpoint<'getVideoBlocks'>('GET', '/api/v1/videos/blacklist', 'json')
export const updateVideoBlock = endpoint<'updateVideoBlock'>('PUT', '/api/v1/videos/{id}/blacklist', 'nothing', 'json')
export const addVideoCaption = endpoint<'addVideoCaption'>(
  'PUT',
  '/api/v1/videos/{id}/captions/{captionLanguage}',
  'nothing',
  'form',
)
export const delVideoCaption = endpoint<'delVideoCaption'>(
  'DELETE',
  '/api/v1/videos/{id}/captions/{captionLanguage}',
  'nothing',
)
export const generateVideoCaption = endpoint<'generateVideoCaption'>(
  'POST',
  '/api/v1/videos/{id}/captions/generate',
  'nothing',
  'json',
)
export const getVideoCaptions = endpoint<'getVideoCaptions'>('GET', '/api/v1/videos/{id}/captions', 'json')
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
export const getVideoChapters = endpoint<'getVideoChapters'>('GET', '/api/v1/videos/{id}/chapters', 'json')
export const replaceVideoChapters = endpoint<'replaceVideoChapters'>(
  'PUT',
  '/api/v1/videos/{id}/chapters',
  'nothing',
  'json',
)
export const deleteVideosByIdCommentsByCommentId = endpoint<'deleteVideosByIdCommentsByCommentId'>(
  'DELETE',
  '/api/v1/videos/{id}/comments/{commentId}',
  'nothing',
)
export const getUsersMeVideosComments = endpoint<'getUsersMeVideosComments'>(
  'GET',
  '/api/v1/users/me/videos/comments',
  'json',
)
export const getVideosByIdCommentThreads = endpoint<'getVideosByIdCommentThreads'>(
  'GET',
  '/api/v1/videos/{id}/comment-threads',
  'json',
)
export const getVideosByIdCommentThreadsByThreadId = endpoint<'getVideosByIdCommentThreadsByThreadId'>(
  'GET',
  '/api/v1/videos/{id}/comment-threads/{threadId}',
  'json',
)
export const getVideosComments = endpoint<'getVideosComments'>('GET', '/api/v1/videos/comments', 'json')
export const postBulkRemoveCommentsOf = endpoint<'postBulkRemoveCommentsOf'>(
  'POST',
  '/api/v1/bulk/remove-comments-of',
  'nothing',
  'json',
)
export const postVideosByIdCommentThreads = endpoint<'postVideosByIdCommentThreads'>(
  'POST',
  '/api/v1/videos/{id}/comment-threads',
  'json',
  'json',
)
export const postVideosByIdCommentsByCommentId = endpoint<'postVideosByIdCommentsByCommentId'>(
  'POST',
  '/api/v1/videos/{id}/comments/{commentId}',
  'json',
  'json',
)
export const postVideosByIdCommentsByCommentIdApprove = endpoint<'postVideosByIdCommentsByCommentIdApprove'>(
  'POST',
  '/api/v1/videos/{id}/comments/{commentId}/approve',
  'nothing',
)
export const getDownloadOriginalVideoFilesByFilename = endpoint<'getDownloadOriginalVideoFilesByFilename'>(
  'GET',
  '/download/original-video-files/{filename}',
  'raw',
)
export const getDownloadStreamingPlaylistsHlsVideosByIdByResolutionFragmentedByExtension =
  endpoint<'getDownloadStreamingPlaylistsHlsVideosByIdByResolutionFragmentedByExtension'>(
    'GET',
    '/download/streaming-playlists/hls/videos/{id}-{resolution}-fragmented.{extension}',
    'raw',
  )
export const getDownloadTorrentsByFilename = endpoint<'getDownloadTorrentsByFilename'>(
  'GET',
  '/download/torrents/{filename}',
  'raw',
)
export const getDownloadVideosGenerateByVideoIdOrUUID = endpoint<'getDownloadVideosGenerateByVideoIdOrUUID'>(
  'GET',
  '/download/videos/generate/{videoIdOrUUID}',
  'raw',
)
export const getDownloadWebVideosByIdByResolutionByExtension =
  endpoint<'getDownloadWebVideosByIdByResolutionByExtension'>(
    'GET',
    '/download/web-videos/{id}-{resolution}.{extension}',
    'raw',
  )
export const getVideoEmbedPrivacy = endpoint<'getVideoEmbedPrivacy'>('GET', '/api/v1/videos/{id}/embed-privacy', 'json')
export const isVideoEmbedOnDomainAllowed = endpoint<'isVideoEmbedOnDomainAllowed'>(
  'GET',
  '/api/v1/videos/{id}/embed-privacy/allowed',
  'json',
)
export const updateVideoEmbedPrivacy = endpoint<'updateVideoEmbedPrivacy'>(
  'PUT',
  '/api/v1/videos/{id}/embed-privacy',
  'nothing',
  'json',
)
export const getSyndicatedComments = endpoint<'getSyndicatedComments'>('GET', '/feeds/video-comments.{format}', 'raw')
export const getSyndicatedSubscriptionVideos = endpoint<'getSyndicatedSubscriptionVideos'>(
  'GET',
  '/feeds/subscriptions.{format}',
  'raw',
)
export const getSyndicatedVideos = endpoint<'getSyndicatedVideos'>('GET', '/feeds/videos.{format}', 'raw')
export const getVideosPodcastFeed = endpoint<'getVideosPodcastFeed'>('GET', '/feeds/podcast/videos.xml', 'raw')
export const delVideoHLS = endpoint<'delVideoHLS'>('DELETE', '/api/v1/videos/{id}/hls', 'nothing')
export const delVideoWebVideos = endpoint<'delVideoWebVideos'>('DELETE', '/api/v1/videos/{id}/web-videos', 'nothing')
export const deleteVideosByIdHlsByVideoFileId = endpoint<'deleteVideosByIdHlsByVideoFileId'>(
  'DELETE',
  '/api/v1/videos/{id}/hls/{videoFileId}',
  'nothing',
)
export const deleteVideosByIdWebVideosByVideoFileId = endpoint<'deleteVideosByIdWebVideosByVideoFileId'>(
  'DELETE',
  '/api/v1/videos/{id}/web-videos/{videoFileId}',
  'nothing',
)
export const getVideosByIdMetadataByVideoFileId = endpoint<'getVideosByIdMetadataByVideoFileId'>(
  'GET',
  '/api/v1/videos/{id}/metadata/{videoFileId}',
  'json',
)
export const deleteVideosImportsById = endpoint<'deleteVideosImportsById'>(
  'DELETE',
  '/api/v1/videos/imports/{id}',
  'nothing',
)
export const importVideo = endpoint<'importVideo'>('POST', '/api/v1/videos/imports', 'json', 'form-or-json')
export const postVideosImportsByIdCancel = endpoint<'postVideosImportsByIdCancel'>(
  'POST',
  '/api/v1/videos/imports/{id}/cancel',
  'nothing',
)
export const postVideosImportsByIdRetry = endpoint<'postVideosImportsByIdRetry'>(
  'POST',
  '/api/v1/videos/imports/{id}/retry',
  'nothing',
)
export const delMirroredVideo = endpoint<'delMirroredVideo'>(
  'DELETE',
  '/api/v1/server/redundancy/videos/{redundancyId}',
  'nothing',
)
export const getMirroredVideos = endpoint<'getMirroredVideos'>('GET', '/api/v1/server/redundancy/videos', 'json')
export const putMirroredVideo = endpoint<'putMirroredVideo'>(
  'POST',
  '/api/v1/server/redundancy/videos',
  'nothing',
  'json',
)
export const addVideoPassword = endpoint<'addVideoPassword'>('POST', '/api/v1/videos/{id}/passwords', 'nothing', 'json')
export const listVideoPasswords = endpoint<'listVideoPasswords'>('GET', '/api/v1/videos/{id}/passwords', 'json')
export const removeVideoPassword = endpoint<'removeVideoPassword'>(
  'DELETE',
  '/api/v1/videos/{id}/passwords/{passwordId}',
  'nothing',
)
export const updateVideoPasswordList = endpoint<'updateVideoPasswordList'>(
  'PUT',
  '/api/v1/videos/{id}/passwords',
  'nothing',
  'json',
)
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
export const putVideosByIdRate = endpoint<'putVideosByIdRate'>('PUT', '/api/v1/videos/{id}/rate', 'nothing', 'json')
export const getVideosByIdStatsOverall = endpoint<'getVideosByIdStatsOverall'>(
  'GET',
  '/api/v1/videos/{id}/stats/overall',
  'json',
)
export const getVideosByIdStatsRetention = endpoint<'getVideosByIdStatsRetention'>(
  'GET',
  '/api/v1/videos/{id}/stats/retention',
  'json',
)
export const getVideosByIdStatsTimeseriesByMetric = endpoint<'getVideosByIdStatsTimeseriesByMetric'>(
  'GET',
  '/api/v1/videos/{id}/stats/timeseries/{metric}',
  'json',
)
export const getVideosByIdStatsUserAgent = endpoint<'getVideosByIdStatsUserAgent'>(
  'GET',
  '/api/v1/videos/{id}/stats/user-agent',
  'json',
)
export const createVideoTranscoding = endpoint<'createVideoTranscoding'>(
  'POST',
  '/api/v1/videos/{id}/transcoding',
  'nothing',
  'json',
)
export const postVideosByIdStudioEdit = endpoint<'postVideosByIdStudioEdit'>(
  'POST',
  '/api/v1/videos/{id}/studio/edit',
  'nothing',
  'form-or-json',
)
export const addVideoPlaylistVideo = endpoint<'addVideoPlaylistVideo'>(
  'POST',
  '/api/v1/video-playlists/{playlistId}/videos',
  'json',
  'json',
)
export const getUsersMeVideosImports = endpoint<'getUsersMeVideosImports'>(
  'GET',
  '/api/v1/users/me/videos/imports',
  'json',
)
export const getVideoPlaylistVideos = endpoint<'getVideoPlaylistVideos'>(
  'GET',
  '/api/v1/video-playlists/{playlistId}/videos',
  'json',
)
export const deleteWatchedWordsAccountsByAccountNameListsByListId =
  endpoint<'deleteWatchedWordsAccountsByAccountNameListsByListId'>(
    'DELETE',
    '/api/v1/watched-words/accounts/{accountName}/lists/{listId}',
    'nothing',
  )
export const deleteWatchedWordsAccountsByAccountNameSubscriptionsById =
  endpoint<'deleteWatchedWordsAccountsByAccountNameSubscriptionsById'>(
    'DELETE',
    '/api/v1/watched-words/accounts/{accountName}/subscriptions/{id}',
    'nothing',
  )
export const deleteWatchedWordsServerListsByListId = endpoint<'deleteWatchedWordsServerListsByListId'>(
  'DELETE',
  '/api/v1/watched-words/server/lists/{listId}',
  'nothing',
)
export const deleteWatchedWordsServerSubscriptionsById = endpoint<'deleteWatchedWordsServerSubscriptionsById'>(
  'DELETE',
  '/api/v1/watched-words/server/subscriptions/{id}',
  'nothing',
)
export const getWatchedWordsAccountsByAccountNameLists = endpoint<'getWatchedWordsAccountsByAccountNameLists'>(
  'GET',
  '/api/v1/watched-words/accounts/{accountName}/lists',
  'json',
)
export const getWatchedWordsAccountsByAccountNameSubscriptions =
  endpoint<'getWatchedWordsAccountsByAccountNameSubscriptions'>(
    'GET',
    '/api/v1/watched-words/accounts/{accountName}/subscriptions',
    'json',
  )
export const getWatchedWordsServerLists = endpoint<'getWatchedWordsServerLists'>(
  'GET',
  '/api/v1/watched-words/server/lists',
  'json',
)
export const getWatchedWordsServerSubscriptions = endpoint<'getWatchedWordsServerSubscriptions'>(
  'GET',
  '/api/v1/watched-words/server/subscriptions',
  'json',
)
export const postWatchedWordsAccountsByAccountNameLists = endpoint<'postWatchedWordsAccountsByAccountNameLists'>(
  'POST',
  '/api/v1/watched-words/accounts/{accountName}/lists',
  'json',
  'json',
)
export const postWatchedWordsAccountsByAccountNameSubscriptions =
  endpoint<'postWatchedWordsAccountsByAccountNameSubscriptions'>(
    'POST',
    '/api/v1/watched-words/accounts/{accountName}/subscriptions',
    'json',
    'json',
  )
export const postWatchedWordsServerLists = endpoint<'postWatchedWordsServerLists'>(
  'POST',
  '/api/v1/watched-words/server/lists',
  'json',
  'json',
)
export const postWatchedWordsServerSubscriptions = endpoint<'postWatchedWordsServerSubscriptions'>(
  'POST',
  '/api/v1/watched-words/server/subscriptions',
  'json',
  'json',
)
export const putWatchedWordsAccountsByAccountNameListsByListId =
  endpoint<'putWatchedWordsAccountsByAccountNameListsByListId'>(
    'PUT',
    '/api/v1/watched-words/accounts/{accountName}/lists/{listId}',
    'nothing',
    'json',
  )
export const putWatchedWordsServerListsByListId = endpoint<'putWatchedWordsServerListsByListId'>(
  'PUT',
  '/api/v1/watched-words/server/lists/{listId}',
  'nothing',
  'json',
)
export const getWellKnownByFilename = endpoint<'getWellKnownByFilename'>('GET', '/.well-known/{filename}', 'raw')
export const getWellKnownChangePassword = endpoint<'getWellKnownChangePassword'>(
  'GET',
  '/.well-known/change-password',
  'raw',
)
export const getWellKnownDnt = endpoint<'getWellKnownDnt'>('GET', '/.well-known/dnt/', 'json')
export const getWellKnownDntPolicyTxt = endpoint<'getWellKnownDntPolicyTxt'>(
  'GET',
  '/.well-known/dnt-policy.txt',
  'raw',
)
export const getWellKnownHostMeta = endpoint<'getWellKnownHostMeta'>('GET', '/.well-known/host-meta', 'raw')
export const getWellKnownNodeinfo = endpoint<'getWellKnownNodeinfo'>('GET', '/.well-known/nodeinfo', 'json')
export const getWellKnownSecurityTxt = endpoint<'getWellKnownSecurityTxt'>('GET', '/.well-known/security.txt', 'raw')
export const getWellKnownWebfinger = endpoint<'getWellKnownWebfinger'>('GET', '/.well-known/webfinger', 'raw')
