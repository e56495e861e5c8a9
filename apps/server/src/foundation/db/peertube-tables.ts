// Column types of the tables that PeerTube 8.2 has. A new migration changes this file in the same commit.
import type { ColumnType, Generated } from 'kysely'

/** bigint columns are read as numbers (values stay far below 2^53). */
type Int8 = number

export interface AbuseTable {
  id: Generated<number>
  reason: string
  state: number
  moderationComment: string | null
  predefinedReasons: number[] | null
  processedAt: Date | null
  reporterAccountId: number | null
  flaggedAccountId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface AbuseMessageTable {
  id: Generated<number>
  message: string
  byModerator: boolean
  accountId: number | null
  abuseId: number
  createdAt: Date
  updatedAt: Date
}

export interface AccountTable {
  id: Generated<number>
  name: string
  description: string | null
  userId: number | null
  applicationId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface AccountAutomaticTagPolicyTable {
  id: Generated<number>
  policy: number | null
  accountId: number
  automaticTagId: number
  createdAt: Date
  updatedAt: Date
}

export interface AccountBlocklistTable {
  id: Generated<number>
  accountId: number
  targetAccountId: number
  createdAt: Date
  updatedAt: Date
}

export interface AccountVideoRateTable {
  id: Generated<number>
  type: 'like' | 'dislike'
  url: string
  videoId: number
  accountId: number
  createdAt: Date
  updatedAt: Date
}

export interface ActorTable {
  id: Generated<number>
  type: 'Group' | 'Person' | 'Application' | 'Organization' | 'Service'
  preferredUsername: string
  url: string
  publicKey: string | null
  privateKey: string | null
  followersCount: number
  followingCount: number
  inboxUrl: string
  outboxUrl: string | null
  sharedInboxUrl: string | null
  followersUrl: string | null
  followingUrl: string | null
  remoteCreatedAt: Date | null
  serverId: number | null
  videoChannelId: number | null
  accountId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface ActorCustomPageTable {
  id: Generated<number>
  content: string | null
  type: string
  actorId: number
  createdAt: Date
  updatedAt: Date
}

export interface ActorFollowTable {
  id: Generated<number>
  state: 'pending' | 'accepted' | 'rejected'
  score: Generated<number>
  url: string | null
  actorId: number
  targetActorId: number
  createdAt: Date
  updatedAt: Date
}

export interface ActorImageTable {
  id: Generated<number>
  filename: string
  height: number | null
  width: number | null
  fileUrl: string | null
  cached: boolean
  type: number
  actorId: number
  createdAt: Date
  updatedAt: Date
}

export interface ActorReservedTable {
  id: Generated<number>
  preferredUsername: string
  publicKey: string
  privateKey: string
  url: string
  actorId: number
  accountId: number | null
  videoChannelId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface ApplicationTable {
  id: Generated<number>
  migrationVersion: Generated<number>
  latestPeerTubeVersion: string | null
  nodeVersion: string
  nodeABIVersion: string
  configPart: ColumnType<unknown, string | null | undefined, string | null>
}

export interface AutomaticTagTable {
  id: Generated<number>
  name: string
}

export interface ChangeOwnershipTable {
  id: Generated<number>
  state: number
  initiatorAccountId: number
  nextOwnerAccountId: number
  videoId: number | null
  videoChannelId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface CommentAbuseTable {
  id: Generated<number>
  abuseId: number
  videoCommentId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface CommentAutomaticTagTable {
  commentId: number
  automaticTagId: number
  accountId: number
  createdAt: Date
  updatedAt: Date
}

export interface LocalVideoViewerTable {
  id: Generated<number>
  startDate: Date
  endDate: Date
  watchTime: number
  client: string | null
  device: string | null
  operatingSystem: string | null
  country: string | null
  subdivisionName: string | null
  uuid: string
  url: string
  videoId: number
  createdAt: Date
}

export interface LocalVideoViewerWatchSectionTable {
  id: Generated<number>
  watchStart: number
  watchEnd: number
  localVideoViewerId: number
  createdAt: Date
}

export interface OAuthClientTable {
  id: Generated<number>
  clientId: string
  clientSecret: string
  grants: string[] | null
  redirectUris: string[] | null
  createdAt: Date
  updatedAt: Date
}

export interface OAuthTokenTable {
  id: Generated<number>
  accessToken: string
  accessTokenExpiresAt: Date
  refreshToken: string
  refreshTokenExpiresAt: Date
  authName: string | null
  loginDevice: string | null
  loginIP: string | null
  loginDate: Date | null
  lastActivityDevice: string | null
  lastActivityIP: string | null
  lastActivityDate: Date | null
  userId: number
  oAuthClientId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface PlayerSettingTable {
  id: Generated<number>
  theme: Generated<string>
  videoId: number | null
  channelId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface PluginTable {
  id: Generated<number>
  name: string
  type: number
  version: string
  latestVersion: string | null
  enabled: boolean
  uninstalled: boolean
  peertubeEngine: string
  description: string | null
  homepage: string
  settings: ColumnType<unknown, string | null | undefined, string | null>
  storage: ColumnType<unknown, string | null | undefined, string | null>
  createdAt: Date
  updatedAt: Date
}

export interface RunnerTable {
  id: Generated<number>
  runnerToken: string
  name: string
  description: string | null
  lastContact: Date
  ip: string
  version: string | null
  runnerRegistrationTokenId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface RunnerJobTable {
  id: Generated<number>
  uuid: string
  type: string
  payload: ColumnType<unknown, string, string>
  privatePayload: ColumnType<unknown, string, string>
  state: number
  failures: Generated<number>
  error: string | null
  priority: number
  processingJobToken: string | null
  progress: number | null
  startedAt: Date | null
  finishedAt: Date | null
  dependsOnRunnerJobId: number | null
  runnerId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface RunnerRegistrationTokenTable {
  id: Generated<number>
  registrationToken: string
  createdAt: Date
  updatedAt: Date
}

export interface ScheduleVideoUpdateTable {
  id: Generated<number>
  updateAt: Date
  privacy: number | null
  videoId: number
  createdAt: Date
  updatedAt: Date
}

export interface ServerTable {
  id: Generated<number>
  host: string
  redundancyAllowed: Generated<boolean>
  createdAt: Date
  updatedAt: Date
}

export interface ServerBlocklistTable {
  id: Generated<number>
  accountId: number
  targetServerId: number
  createdAt: Date
  updatedAt: Date
}

export interface StoryboardTable {
  id: Generated<number>
  filename: string
  totalHeight: number
  totalWidth: number
  spriteHeight: number
  spriteWidth: number
  spriteDuration: number
  fileUrl: string | null
  cached: boolean
  videoId: number
  createdAt: Date
  updatedAt: Date
}

export interface TagTable {
  id: Generated<number>
  name: string
}

export interface ThumbnailTable {
  id: Generated<number>
  filename: string
  height: number | null
  width: number | null
  aspectRatio: string
  fileUrl: string | null
  automaticallyGenerated: boolean | null
  cached: boolean
  videoId: number | null
  videoPlaylistId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface TrackerTable {
  id: Generated<number>
  url: string
  createdAt: Date
  updatedAt: Date
}

export interface UploadImageTable {
  id: Generated<number>
  filename: string
  height: number | null
  width: number | null
  fileUrl: string | null
  type: number
  actorId: number
  createdAt: Date
  updatedAt: Date
}

export interface UserTable {
  id: Generated<number>
  password: string | null
  username: string
  email: string
  pendingEmail: string | null
  emailVerified: boolean | null
  nsfwPolicy: 'do_not_list' | 'warn' | 'blur' | 'display'
  nsfwFlagsDisplayed: Generated<number>
  nsfwFlagsHidden: Generated<number>
  nsfwFlagsBlurred: Generated<number>
  nsfwFlagsWarned: Generated<number>
  p2pEnabled: boolean
  videosHistoryEnabled: Generated<boolean>
  autoPlayVideo: Generated<boolean>
  autoPlayNextVideo: Generated<boolean>
  autoPlayNextVideoPlaylist: Generated<boolean>
  language: string | null
  videoLanguages: string[] | null
  adminFlags: Generated<number>
  blocked: Generated<boolean>
  blockedReason: string | null
  role: number
  videoQuota: Int8
  videoQuotaDaily: Int8
  theme: Generated<string>
  noInstanceConfigWarningModal: Generated<boolean>
  noWelcomeModal: Generated<boolean>
  noAccountSetupWarningModal: Generated<boolean>
  newFeaturesInfoRead: number
  pluginAuth: string | null
  feedToken: string
  lastLoginDate: Date | null
  otpSecret: string | null
  createdAt: Date
  updatedAt: Date
  emailPublic: Generated<boolean>
}

export interface UserExportTable {
  id: Generated<number>
  filename: string | null
  withVideoFiles: boolean
  state: number
  error: string | null
  size: Int8 | null
  storage: number
  userId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface UserImportTable {
  id: Generated<number>
  filename: string | null
  state: number
  error: string | null
  resultSummary: ColumnType<unknown, string | null | undefined, string | null>
  userId: number
  createdAt: Date
  updatedAt: Date
}

export interface UserNotificationTable {
  id: Generated<number>
  type: number
  read: Generated<boolean>
  data: ColumnType<unknown, string | null | undefined, string | null>
  userId: number
  videoId: number | null
  commentId: number | null
  abuseId: number | null
  videoBlacklistId: number | null
  videoImportId: number | null
  accountId: number | null
  actorFollowId: number | null
  pluginId: number | null
  applicationId: number | null
  userRegistrationId: number | null
  videoCaptionId: number | null
  channelCollaboratorId: number | null
  changeOwnershipId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface UserNotificationSettingTable {
  id: Generated<number>
  newVideoFromSubscription: number
  newCommentOnMyVideo: number
  abuseAsModerator: number
  videoAutoBlacklistAsModerator: number
  blacklistOnMyVideo: number
  myVideoPublished: number
  myVideoImportFinished: number
  newUserRegistration: number
  newInstanceFollower: number
  autoInstanceFollowing: number
  newFollow: number
  commentMention: number
  abuseStateChange: number
  abuseNewMessage: number
  newPeerTubeVersion: number
  newPluginVersion: number
  myVideoStudioEditionFinished: number
  myVideoTranscriptionGenerated: number
  userId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface UserRegistrationTable {
  id: Generated<number>
  state: number
  registrationReason: string
  moderationResponse: string | null
  password: string | null
  username: string
  email: string
  emailVerified: boolean | null
  accountDisplayName: string | null
  channelHandle: string | null
  channelDisplayName: string | null
  processedAt: Date | null
  userId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface UserVideoHistoryTable {
  id: Generated<number>
  currentTime: number
  videoId: number
  userId: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoTable {
  id: Generated<number>
  uuid: string
  name: string
  category: number | null
  licence: number | null
  language: string | null
  privacy: number
  nsfw: boolean
  nsfwFlags: Generated<number>
  nsfwSummary: string | null
  description: string | null
  support: string | null
  duration: number
  views: Generated<number>
  downloads: Generated<number>
  likes: Generated<number>
  dislikes: Generated<number>
  comments: Generated<number>
  remote: boolean
  isLive: Generated<boolean>
  url: string
  commentsPolicy: number
  downloadEnabled: boolean
  embedPrivacyPolicy: number
  waitTranscoding: boolean
  state: number
  aspectRatio: number | null
  inputFileUpdatedAt: Date | null
  publishedAt: Date
  originallyPublishedAt: Date | null
  channelId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface VideoAbuseTable {
  id: Generated<number>
  startAt: number | null
  endAt: number | null
  deletedVideo: ColumnType<unknown, string | null | undefined, string | null>
  abuseId: number
  videoId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface VideoAutomaticTagTable {
  videoId: number
  automaticTagId: number
  accountId: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoBlacklistTable {
  id: Generated<number>
  reason: string | null
  unfederated: boolean
  type: number
  videoId: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoCaptionTable {
  id: Generated<number>
  language: string
  filename: string
  m3u8Filename: string | null
  storage: Generated<number>
  fileUrl: string | null
  m3u8Url: string | null
  automaticallyGenerated: boolean
  cached: boolean
  videoId: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoChannelTable {
  id: Generated<number>
  name: string
  description: string | null
  support: string | null
  accountId: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoChannelActivityTable {
  id: Generated<number>
  action: number
  targetType: number
  data: ColumnType<unknown, string, string>
  details: ColumnType<unknown, string | null | undefined, string | null>
  videoChannelId: number
  accountId: number | null
  videoId: number | null
  videoPlaylistId: number | null
  videoChannelSyncId: number | null
  videoImportId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface VideoChannelCollaboratorTable {
  id: Generated<number>
  state: number
  accountId: number | null
  channelId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface VideoChannelSyncTable {
  id: Generated<number>
  externalChannelUrl: string
  state: Generated<number>
  lastSyncAt: Date | null
  videoChannelId: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoChapterTable {
  id: Generated<number>
  timecode: number
  title: string
  videoId: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoCommentTable {
  id: Generated<number>
  deletedAt: Date | null
  url: string
  text: string
  heldForReview: boolean
  replyApproval: string | null
  originCommentId: number | null
  inReplyToCommentId: number | null
  videoId: number
  accountId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface VideoEmbedPrivacyDomainTable {
  id: Generated<number>
  domain: string
  videoId: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoFileTable {
  id: Generated<number>
  resolution: number
  width: number | null
  height: number | null
  size: Int8
  extname: string
  infoHash: string | null
  fps: Generated<number>
  formatFlags: number
  streams: number
  metadata: ColumnType<unknown, string | null | undefined, string | null>
  metadataUrl: string | null
  fileUrl: string | null
  filename: string | null
  torrentUrl: string | null
  torrentFilename: string | null
  videoId: number | null
  storage: Generated<number>
  videoStreamingPlaylistId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface VideoImportTable {
  id: Generated<number>
  targetUrl: string | null
  magnetUri: string | null
  torrentName: string | null
  state: number
  error: string | null
  attempts: Generated<number>
  payload: ColumnType<unknown, string | null | undefined, string | null>
  userId: number | null
  videoId: number | null
  videoChannelSyncId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface VideoJobInfoTable {
  id: Generated<number>
  pendingMove: Generated<number>
  pendingTranscode: Generated<number>
  pendingTranscription: Generated<number>
  videoId: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoLiveTable {
  id: Generated<number>
  streamKey: string | null
  saveReplay: boolean
  permanentLive: boolean
  latencyMode: number
  dvrWindow: number
  videoId: number
  replaySettingId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface VideoLiveReplaySettingTable {
  id: Generated<number>
  privacy: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoLiveScheduleTable {
  id: Generated<number>
  startAt: Date
  liveVideoId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface VideoLiveSessionTable {
  id: Generated<number>
  startDate: Date
  endDate: Date | null
  error: number | null
  saveReplay: boolean
  endingProcessed: boolean
  replayVideoId: number | null
  liveVideoId: number | null
  replaySettingId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface VideoPasswordTable {
  id: Generated<number>
  password: string
  videoId: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoPlaylistTable {
  id: Generated<number>
  name: string
  description: string | null
  privacy: number
  url: string
  uuid: string
  type: Generated<number>
  videoChannelPosition: number | null
  ownerAccountId: number
  videoChannelId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface VideoPlaylistElementTable {
  id: Generated<number>
  url: string | null
  position: Generated<number>
  startTimestamp: number | null
  stopTimestamp: number | null
  videoPlaylistId: number
  videoId: number | null
  createdAt: Date
  updatedAt: Date
}

export interface VideoRedundancyTable {
  id: Generated<number>
  expiresOn: Date | null
  fileUrl: string
  url: string
  strategy: string | null
  videoStreamingPlaylistId: number
  actorId: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoShareTable {
  id: Generated<number>
  url: string
  actorId: number
  videoId: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoSourceTable {
  id: Generated<number>
  inputFilename: string
  keptOriginalFilename: string | null
  resolution: number | null
  width: number | null
  height: number | null
  fps: number | null
  size: Int8 | null
  metadata: ColumnType<unknown, string | null | undefined, string | null>
  storage: number | null
  videoId: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoStatTable {
  id: Generated<number>
  startDate: Date
  endDate: Date
  views: Generated<number>
  downloads: Generated<number>
  videoId: number
  createdAt: Date
}

export interface VideoStreamingPlaylistTable {
  id: Generated<number>
  type: number
  playlistFilename: string
  playlistUrl: string | null
  p2pMediaLoaderInfohashes: string[]
  p2pMediaLoaderPeerVersion: number
  segmentsSha256Filename: string | null
  segmentsSha256Url: string | null
  videoId: number
  storage: Generated<number>
  createdAt: Date
  updatedAt: Date
}

export interface VideoTagTable {
  videoId: number
  tagId: number
  createdAt: Date
  updatedAt: Date
}

export interface VideoTrackerTable {
  videoId: number
  trackerId: number
  createdAt: Date
  updatedAt: Date
}

export interface WatchedWordsListTable {
  id: Generated<number>
  listName: string
  words: string[]
  accountId: number
  createdAt: Date
  updatedAt: Date
}

export interface PeerTubeTables {
  abuse: AbuseTable
  abuseMessage: AbuseMessageTable
  account: AccountTable
  accountAutomaticTagPolicy: AccountAutomaticTagPolicyTable
  accountBlocklist: AccountBlocklistTable
  accountVideoRate: AccountVideoRateTable
  actor: ActorTable
  actorCustomPage: ActorCustomPageTable
  actorFollow: ActorFollowTable
  actorImage: ActorImageTable
  actorReserved: ActorReservedTable
  application: ApplicationTable
  automaticTag: AutomaticTagTable
  changeOwnership: ChangeOwnershipTable
  commentAbuse: CommentAbuseTable
  commentAutomaticTag: CommentAutomaticTagTable
  localVideoViewer: LocalVideoViewerTable
  localVideoViewerWatchSection: LocalVideoViewerWatchSectionTable
  oAuthClient: OAuthClientTable
  oAuthToken: OAuthTokenTable
  playerSetting: PlayerSettingTable
  plugin: PluginTable
  runner: RunnerTable
  runnerJob: RunnerJobTable
  runnerRegistrationToken: RunnerRegistrationTokenTable
  scheduleVideoUpdate: ScheduleVideoUpdateTable
  server: ServerTable
  serverBlocklist: ServerBlocklistTable
  storyboard: StoryboardTable
  tag: TagTable
  thumbnail: ThumbnailTable
  tracker: TrackerTable
  uploadImage: UploadImageTable
  user: UserTable
  userExport: UserExportTable
  userImport: UserImportTable
  userNotification: UserNotificationTable
  userNotificationSetting: UserNotificationSettingTable
  userRegistration: UserRegistrationTable
  userVideoHistory: UserVideoHistoryTable
  video: VideoTable
  videoAbuse: VideoAbuseTable
  videoAutomaticTag: VideoAutomaticTagTable
  videoBlacklist: VideoBlacklistTable
  videoCaption: VideoCaptionTable
  videoChannel: VideoChannelTable
  videoChannelActivity: VideoChannelActivityTable
  videoChannelCollaborator: VideoChannelCollaboratorTable
  videoChannelSync: VideoChannelSyncTable
  videoChapter: VideoChapterTable
  videoComment: VideoCommentTable
  videoEmbedPrivacyDomain: VideoEmbedPrivacyDomainTable
  videoFile: VideoFileTable
  videoImport: VideoImportTable
  videoJobInfo: VideoJobInfoTable
  videoLive: VideoLiveTable
  videoLiveReplaySetting: VideoLiveReplaySettingTable
  videoLiveSchedule: VideoLiveScheduleTable
  videoLiveSession: VideoLiveSessionTable
  videoPassword: VideoPasswordTable
  videoPlaylist: VideoPlaylistTable
  videoPlaylistElement: VideoPlaylistElementTable
  videoRedundancy: VideoRedundancyTable
  videoShare: VideoShareTable
  videoSource: VideoSourceTable
  videoStat: VideoStatTable
  videoStreamingPlaylist: VideoStreamingPlaylistTable
  videoTag: VideoTagTable
  videoTracker: VideoTrackerTable
  watchedWordsList: WatchedWordsListTable
}
