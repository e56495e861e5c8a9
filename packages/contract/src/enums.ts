/** The constant tables of spec 01 §10 and 02 §10: names to values, and values to their English labels. */

type ValueOf<T> = T[keyof T]

export const videoCategories: Readonly<Record<number, string>> = {
  1: 'Music',
  2: 'Films',
  3: 'Vehicles',
  4: 'Art',
  5: 'Sports',
  6: 'Travels',
  7: 'Gaming',
  8: 'People',
  9: 'Comedy',
  10: 'Entertainment',
  11: 'News & Politics',
  12: 'How To',
  13: 'Education',
  14: 'Activism',
  15: 'Science & Technology',
  16: 'Animals',
  17: 'Kids',
  18: 'Food',
}

export const videoLicences: Readonly<Record<number, string>> = {
  1: 'Attribution',
  2: 'Attribution - Share Alike',
  3: 'Attribution - No Derivatives',
  4: 'Attribution - Non Commercial',
  5: 'Attribution - Non Commercial - Share Alike',
  6: 'Attribution - Non Commercial - No Derivatives',
  7: 'Public Domain Dedication',
  8: 'Free of known copyright restrictions',
  9: 'All Rights Reserved',
}

export const VideoPrivacy = { PUBLIC: 1, UNLISTED: 2, PRIVATE: 3, INTERNAL: 4, PASSWORD_PROTECTED: 5 } as const
export type VideoPrivacy = ValueOf<typeof VideoPrivacy>
export const videoPrivacyLabels: Readonly<Record<VideoPrivacy, string>> = {
  1: 'Public',
  2: 'Unlisted',
  3: 'Private',
  4: 'Internal',
  5: 'Password protected',
}

export const VideoState = {
  PUBLISHED: 1,
  TO_TRANSCODE: 2,
  TO_IMPORT: 3,
  WAITING_FOR_LIVE: 4,
  LIVE_ENDED: 5,
  TO_MOVE_TO_EXTERNAL_STORAGE: 6,
  TRANSCODING_FAILED: 7,
  TO_MOVE_TO_EXTERNAL_STORAGE_FAILED: 8,
  TO_EDIT: 9,
  TO_MOVE_TO_FILE_SYSTEM: 10,
  TO_MOVE_TO_FILE_SYSTEM_FAILED: 11,
  TO_IMPORT_FAILED: 12,
} as const
export type VideoState = ValueOf<typeof VideoState>
export const videoStateLabels: Readonly<Record<VideoState, string>> = {
  1: 'Published',
  2: 'To transcode',
  3: 'To import',
  4: 'Waiting for livestream',
  5: 'Livestream ended',
  6: 'To move to an external storage',
  7: 'Transcoding failed',
  8: 'External storage move failed',
  9: 'To edit',
  10: 'To move to file system',
  11: 'Move to file system failed',
  12: 'Import failed',
}

export const VideoImportState = {
  PENDING: 1,
  SUCCESS: 2,
  FAILED: 3,
  REJECTED: 4,
  CANCELLED: 5,
  PROCESSING: 6,
} as const
export type VideoImportState = ValueOf<typeof VideoImportState>
export const videoImportStateLabels: Readonly<Record<VideoImportState, string>> = {
  1: 'Pending',
  2: 'Success',
  3: 'Failed',
  4: 'Rejected',
  5: 'Cancelled',
  6: 'Processing',
}

/** Of channel synchronisations, mute lists and word lists. */
export const SyncState = { WAITING_FIRST_RUN: 1, PROCESSING: 2, SYNCED: 3, FAILED: 4 } as const
export type SyncState = ValueOf<typeof SyncState>
export const syncStateLabels: Readonly<Record<SyncState, string>> = {
  1: 'Waiting first run',
  2: 'Processing',
  3: 'Synchronized',
  4: 'Failed',
}

export const PlaylistPrivacy = { PUBLIC: 1, UNLISTED: 2, PRIVATE: 3 } as const
export type PlaylistPrivacy = ValueOf<typeof PlaylistPrivacy>
export const playlistPrivacyLabels: Readonly<Record<PlaylistPrivacy, string>> = {
  1: 'Public',
  2: 'Unlisted',
  3: 'Private',
}

export const PlaylistType = { REGULAR: 1, WATCH_LATER: 2 } as const
export type PlaylistType = ValueOf<typeof PlaylistType>
export const playlistTypeLabels: Readonly<Record<PlaylistType, string>> = { 1: 'Regular', 2: 'Watch later' }

export const PlaylistElementType = { REGULAR: 0, DELETED: 1, PRIVATE: 2, UNAVAILABLE: 3 } as const
export type PlaylistElementType = ValueOf<typeof PlaylistElementType>

export const CommentsPolicy = { ENABLED: 1, DISABLED: 2, REQUIRES_APPROVAL: 3 } as const
export type CommentsPolicy = ValueOf<typeof CommentsPolicy>
export const commentsPolicyLabels: Readonly<Record<CommentsPolicy, string>> = {
  1: 'Enabled',
  2: 'Disabled',
  3: 'Requires approval',
}

export const EmbedPolicy = { ALL_ALLOWED: 1, ALLOWLIST: 2, REMOTE_RESTRICTIONS: 3 } as const
export type EmbedPolicy = ValueOf<typeof EmbedPolicy>
export const embedPolicyLabels: Readonly<Record<EmbedPolicy, string>> = {
  1: 'All allowed',
  2: 'Allowlist',
  3: 'Remote restrictions',
}

export const LiveLatency = { DEFAULT: 1, HIGH: 2, SMALL: 3 } as const
export type LiveLatency = ValueOf<typeof LiveLatency>

export const LiveError = {
  BAD_SOCKET_HEALTH: 1,
  DURATION_EXCEEDED: 2,
  QUOTA_EXCEEDED: 3,
  FFMPEG_ERROR: 4,
  BLACKLISTED: 5,
  RUNNER_JOB_ERROR: 6,
  RUNNER_JOB_CANCEL: 7,
  UNKNOWN_ERROR: 8,
  INVALID_INPUT_VIDEO_STREAM: 9,
} as const
export type LiveError = ValueOf<typeof LiveError>

/** Bits of the query parameter `include` of video lists. */
export const VideoInclude = {
  NONE: 0,
  NOT_PUBLISHED_STATE: 1,
  BLACKLISTED: 2,
  BLOCKED_OWNER: 4,
  FILES: 8,
  CAPTIONS: 16,
  SOURCE: 32,
  AUTOMATIC_TAGS: 64,
  TAGS: 128,
} as const

/** Themes that are always installed (spec 02 §6.1). */
export const builtInThemes = ['peertube-core-dark-brown', 'peertube-core-light-beige'] as const

export const BlacklistType = { MANUAL: 1, AUTO_BEFORE_PUBLISHED: 2, AUTO_TAG_POLICY: 3 } as const
export type BlacklistType = ValueOf<typeof BlacklistType>

export const StreamingPlaylistType = { HLS: 1 } as const

/** Heights in pixels; 0 = audio only. */
export const videoResolutions = [0, 144, 240, 360, 480, 720, 1080, 1440, 2160] as const
export type VideoResolution = (typeof videoResolutions)[number]

/** Bits. */
export const VideoFileFormat = { PROGRESSIVE: 1, FRAGMENTED: 2 } as const
/** Bits. */
export const VideoFileStream = { VIDEO: 1, AUDIO: 2 } as const

export const FileStorage = { FILE_SYSTEM: 0, OBJECT_STORAGE: 1 } as const
export type FileStorage = ValueOf<typeof FileStorage>

export const nsfwPolicies = ['do_not_list', 'warn', 'blur', 'display'] as const
export type NsfwPolicy = (typeof nsfwPolicies)[number]

/** Bits. */
export const NsfwFlag = { NONE: 0, VIOLENT: 1, EXPLICIT_SEX: 2 } as const

export const AbuseState = { PENDING: 1, REJECTED: 2, ACCEPTED: 3 } as const
export type AbuseState = ValueOf<typeof AbuseState>
export const abuseStateLabels: Readonly<Record<AbuseState, string>> = { 1: 'Pending', 2: 'Rejected', 3: 'Accepted' }

export const abusePredefinedReasons = {
  violentOrRepulsive: 1,
  hatefulOrAbusive: 2,
  spamOrMisleading: 3,
  privacy: 4,
  rights: 5,
  serverRules: 6,
  thumbnails: 7,
  captions: 8,
} as const
export type AbusePredefinedReason = keyof typeof abusePredefinedReasons

export const RegistrationState = { PENDING: 1, REJECTED: 2, ACCEPTED: 3 } as const
export type RegistrationState = ValueOf<typeof RegistrationState>
export const registrationStateLabels: Readonly<Record<RegistrationState, string>> = {
  1: 'Pending',
  2: 'Rejected',
  3: 'Accepted',
}

export const OwnershipState = { PENDING: 1, REJECTED: 2, ACCEPTED: 3 } as const
export type OwnershipState = ValueOf<typeof OwnershipState>
export const ownershipStateLabels: Readonly<Record<OwnershipState, string>> = {
  1: 'Pending',
  2: 'Rejected',
  3: 'Accepted',
}

export const CollaboratorState = { PENDING: 1, ACCEPTED: 2, REJECTED: 3 } as const
export type CollaboratorState = ValueOf<typeof CollaboratorState>
export const collaboratorStateLabels: Readonly<Record<CollaboratorState, string>> = {
  1: 'Pending',
  2: 'Accepted',
  3: 'Rejected',
}

/** Of the export and import of an account. */
export const ArchiveState = { PENDING: 1, PROCESSING: 2, COMPLETED: 3, FAILED: 4 } as const
export type ArchiveState = ValueOf<typeof ArchiveState>
export const archiveStateLabels: Readonly<Record<ArchiveState, string>> = {
  1: 'Pending',
  2: 'Processing',
  3: 'Completed',
  4: 'Failed',
}

export const followStates = ['pending', 'accepted', 'rejected'] as const
export type FollowState = (typeof followStates)[number]

export const actorTypes = ['Person', 'Group', 'Application', 'Organization', 'Service'] as const
export type ActorType = (typeof actorTypes)[number]

export const videoRates = ['like', 'dislike'] as const
export type VideoRate = (typeof videoRates)[number]

export const PluginType = { PLUGIN: 1, THEME: 2 } as const
export type PluginType = ValueOf<typeof PluginType>

export const RunnerJobState = {
  PENDING: 1,
  PROCESSING: 2,
  COMPLETED: 3,
  ERRORED: 4,
  WAITING_FOR_PARENT_JOB: 5,
  CANCELLED: 6,
  PARENT_ERRORED: 7,
  PARENT_CANCELLED: 8,
  COMPLETING: 9,
} as const
export type RunnerJobState = ValueOf<typeof RunnerJobState>
export const runnerJobStateLabels: Readonly<Record<RunnerJobState, string>> = {
  1: 'Pending',
  2: 'Processing',
  3: 'Completed',
  4: 'Errored',
  5: 'Waiting for parent job to finish',
  6: 'Cancelled',
  7: 'Parent job failed',
  8: 'Parent job cancelled',
  9: 'Completing',
}

export const runnerJobTypes = [
  'vod-hls-transcoding',
  'vod-web-video-transcoding',
  'vod-audio-merge-transcoding',
  'live-rtmp-hls-transcoding',
  'video-studio-transcoding',
  'video-transcription',
  'generate-video-storyboard',
] as const
export type RunnerJobType = (typeof runnerJobTypes)[number]

/** Bits. */
export const UserAdminFlag = { NONE: 0, BYPASS_VIDEO_AUTO_BLACKLIST: 1 } as const

/** Bits: how somebody wants to be told. */
export const NotificationSetting = { NONE: 0, WEB: 1, EMAIL: 2 } as const

/** Bits of the interface's novelties that somebody has read about. */
export const NewFeature = { CHANNEL_COLLABORATION: 1 } as const

export const AutomaticTagPolicy = { NONE: 1, REVIEW_COMMENT: 2, AUTO_BLOCK_VIDEO: 3 } as const

export const ChannelActivityAction = {
  CREATE: 1,
  UPDATE: 2,
  DELETE: 3,
  UPDATE_CAPTIONS: 4,
  UPDATE_CHAPTERS: 5,
  UPDATE_PASSWORDS: 6,
  CREATE_STUDIO_TASKS: 7,
  UPDATE_SOURCE_FILE: 8,
  UPDATE_ELEMENTS: 9,
  REMOVE_CHANNEL_OWNERSHIP: 10,
  CREATE_CHANNEL_OWNERSHIP: 11,
  SEND_OWNERSHIP_REQUEST: 12,
  ACCEPT_OWNERSHIP_REQUEST: 13,
  REFUSE_OWNERSHIP_REQUEST: 14,
  UPDATE_EMBED_POLICY: 15,
  DELETE_OWNERSHIP_REQUEST: 16,
} as const
/** Spec 04 §3.4. */
export const channelActivityActionLabels: Readonly<Record<number, string>> = {
  1: 'Create',
  2: 'Update',
  3: 'Delete',
  4: 'Update captions',
  5: 'Update chapters',
  6: 'Update passwords',
  7: 'Create studio tasks',
  8: 'Update source file',
  9: 'Update elements',
  10: 'Remove channel ownership',
  11: 'Create channel ownership',
  12: 'Send ownership request',
  13: 'Accept ownership request',
  14: 'Refuse ownership request',
  15: 'Update embed policy',
  16: 'Delete ownership request',
}

export const ChannelActivityTarget = { VIDEO: 1, PLAYLIST: 2, CHANNEL: 3, CHANNEL_SYNC: 4, VIDEO_IMPORT: 5 } as const
export const channelActivityTargetLabels: Readonly<Record<number, string>> = {
  1: 'Video',
  2: 'Playlist',
  3: 'Channel',
  4: 'Channel synchronization',
  5: 'Video import',
}

export const feedFormats = ['xml', 'rss', 'rss2', 'atom', 'atom1', 'json', 'json1'] as const

export const broadcastLevels = ['info', 'warning', 'error'] as const

export const playerThemes = ['galaxy', 'lucide'] as const
export type PlayerTheme = (typeof playerThemes)[number]

export const ActorImageType = { AVATAR: 1, BANNER: 2 } as const
export const UploadImageType = { FAVICON: 1, HEADER_WIDE: 2, HEADER_SQUARE: 3, OPENGRAPH: 4 } as const
export const logoTypes = ['favicon', 'header-wide', 'header-square', 'opengraph'] as const
export type LogoType = (typeof logoTypes)[number]
/** `UploadImageType` of each. */
export const uploadTypeOfLogo: Readonly<Record<LogoType, number>> = {
  favicon: UploadImageType.FAVICON,
  'header-wide': UploadImageType.HEADER_WIDE,
  'header-square': UploadImageType.HEADER_SQUARE,
  opengraph: UploadImageType.OPENGRAPH,
}

export const NotificationType = {
  NEW_VIDEO_FROM_SUBSCRIPTION: 1,
  NEW_COMMENT_ON_MY_VIDEO: 2,
  NEW_ABUSE_FOR_MODERATORS: 3,
  BLACKLIST_ON_MY_VIDEO: 4,
  UNBLACKLIST_ON_MY_VIDEO: 5,
  MY_VIDEO_PUBLISHED: 6,
  MY_VIDEO_IMPORT_SUCCESS: 7,
  MY_VIDEO_IMPORT_ERROR: 8,
  NEW_USER_REGISTRATION: 9,
  NEW_FOLLOW: 10,
  COMMENT_MENTION: 11,
  VIDEO_AUTO_BLACKLIST_FOR_MODERATORS: 12,
  NEW_INSTANCE_FOLLOWER: 13,
  AUTO_INSTANCE_FOLLOWING: 14,
  ABUSE_STATE_CHANGE: 15,
  ABUSE_NEW_MESSAGE: 16,
  NEW_PLUGIN_VERSION: 17,
  NEW_PEERTUBE_VERSION: 18,
  MY_VIDEO_STUDIO_EDITION_FINISHED: 19,
  NEW_USER_REGISTRATION_REQUEST: 20,
  NEW_LIVE_FROM_SUBSCRIPTION: 21,
  MY_VIDEO_TRANSCRIPTION_GENERATED: 22,
  INVITED_TO_COLLABORATE: 23,
  COLLABORATION_ACCEPTED: 24,
  COLLABORATION_REFUSED: 25,
  VIDEO_OWNERSHIP_REQUEST: 26,
  VIDEO_OWNERSHIP_ACCEPTED: 27,
  VIDEO_OWNERSHIP_REFUSED: 28,
  CHANNEL_OWNERSHIP_REQUEST: 29,
  CHANNEL_OWNERSHIP_ACCEPTED: 30,
  CHANNEL_OWNERSHIP_REFUSED: 31,
  AUTO_MUTE_LIST_UPDATE: 32,
} as const
export type NotificationType = ValueOf<typeof NotificationType>

export const jobStates = [
  ...(['active', 'completed', 'failed', 'waiting', 'delayed'] as const),
  ...(['paused', 'waiting-children', 'prioritized'] as const),
] as const
export type JobState = (typeof jobStates)[number]

export const jobTypes = [
  'activitypub-cleaner',
  'activitypub-follow',
  'activitypub-http-broadcast',
  'activitypub-http-broadcast-parallel',
  'activitypub-http-fetcher',
  'activitypub-http-unicast',
  'activitypub-refresher',
  'actor-keys',
  'after-video-channel-import',
  'build-automatic-tags',
  'create-user-export',
  'email',
  'federate-video',
  'generate-video-storyboard',
  'import-user-archive',
  'manage-video-torrent',
  'move-to-file-system',
  'move-to-object-storage',
  'notify',
  'transcoding-job-builder',
  'video-channel-import',
  'video-file-import',
  'video-import',
  'video-live-ending',
  'video-redundancy',
  'video-studio-edition',
  'video-transcoding',
  'video-transcription',
  'videos-stats',
] as const
export type JobType = (typeof jobTypes)[number]

/** How a value reads in answers; values without a label are unknown (spec 01 §10). */
export function labelled<V extends number | string | null>(
  labels: Readonly<Record<NonNullable<V>, string>>,
  value: V,
): { id: V; label: string } {
  const label = value === null ? undefined : labels[value as NonNullable<V>]
  return { id: value, label: label ?? 'Unknown' }
}
