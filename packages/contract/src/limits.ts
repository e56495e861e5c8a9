/** Lengths in characters, bounds included (spec 01 §11). */
export const limits = {
  username: { min: 1, max: 50 },
  displayName: { min: 1, max: 120 },
  accountDescription: { min: 3, max: 1000 },
  /** The minimum is the setting `user.password_constraints.min_length`. */
  password: { max: 50, maxBytes: 72 },
  quota: { min: -1 },
  videoLanguages: { max: 499 },
  channelDescription: { min: 3, max: 1000 },
  support: { min: 3, max: 1000 },
  externalChannelUrl: { min: 3, max: 2000 },
  importUrl: { min: 3, max: 2000 },
  url: { min: 5, max: 2000 },
  videoName: { min: 3, max: 120 },
  videoDescription: { min: 3, max: 10_000 },
  truncatedDescription: { max: 250 },
  nsfwSummary: { min: 3, max: 250 },
  videoLanguage: { min: 1, max: 10 },
  tag: { min: 2, max: 30 },
  tags: { max: 5 },
  videoPassword: { min: 2, max: 100 },
  playlistName: { min: 1, max: 120 },
  playlistDescription: { min: 3, max: 1000 },
  commentText: { min: 1, max: 10_000 },
  torrentName: { min: 3, max: 255 },
  abuseReason: { min: 2, max: 3000 },
  moderationNote: { min: 2, max: 3000 },
  abuseMessage: { min: 2, max: 3000 },
  registrationReason: { min: 2, max: 3000 },
  moderationResponse: { min: 2, max: 3000 },
  blockReason: { min: 2, max: 300 },
  banReason: { min: 3, max: 250 },
  contactName: { min: 1, max: 120 },
  contactBody: { min: 3, max: 5000 },
  clientLogMessage: { min: 1, max: 1000 },
  clientLogStackTrace: { min: 1, max: 15_000 },
  clientLogMeta: { min: 1, max: 15_000 },
  clientLogUserAgent: { min: 1, max: 200 },
  runnerToken: { min: 1, max: 1000 },
  runnerName: { min: 1, max: 100 },
  runnerDescription: { min: 1, max: 1000 },
  runnerMessage: { min: 1, max: 5000 },
  runnerProgress: { min: 0, max: 100 },
  chapterTitle: { min: 1, max: 100 },
  watchedListName: { min: 1, max: 100 },
  watchedWord: { min: 1, max: 100 },
  watchedWords: { min: 1, max: 500 },
  viewerAgent: { min: 1, max: 500 },
  pluginName: { min: 1, max: 214 },
  pluginDescription: { min: 1, max: 20_000 },
  studioTasks: { min: 1, max: 10 },
  studioSegments: { min: 1, max: 10 },
  sourceFilename: { min: 1, max: 1000 },
  lookups: { max: 100 },
  overviewPage: { min: 1, max: 20 },
} as const

/** Of user names and channel names (spec 01 §7); `.` and `-` only inside. */
export const usernamePattern = /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?$/

const mebi = 1024 * 1024
const kibi = 1024

const actorImageExtensions = ['png', 'jpeg', 'jpg', 'gif', 'webp'] as const
const videoImageExtensions = ['png', 'jpg', 'jpeg', 'webp'] as const

/** Extensions without dot; sizes in bytes, `maxSizeInTests` in test mode (spec 01 §11). */
export const fileRules = {
  actorImage: { extensions: actorImageExtensions, maxSize: 8 * mebi, maxSizeInTests: 100 * kibi },
  instanceLogo: { extensions: [...actorImageExtensions, 'svg'], maxSize: 8 * mebi, maxSizeInTests: 100 * kibi },
  videoImage: { extensions: videoImageExtensions, maxSize: 8 * mebi, maxSizeInTests: 400 * kibi },
  caption: { extensions: ['vtt', 'srt'], maxSize: 20 * mebi },
  torrent: { extensions: ['torrent'], maxSize: 200 * kibi },
} as const

/** Always accepted as videos. */
export const videoExtensions = ['webm', 'ogv', 'mp4'] as const

/** With `transcoding.allow_additional_extensions`. */
export const additionalVideoExtensions = [
  ...['mkv', 'mov', 'qt', 'mqv', 'm4v', 'flv', 'f4v', 'wmv', 'avi', '3gp', '3gpp', '3g2', '3gpp2', 'nut', 'mts', 'ts'],
  ...['m2ts', 'mpv', 'm2v', 'm1v', 'mpg', 'mpe', 'mpeg', 'vob', 'mxf', 'ogg'],
] as const

/** With `transcoding.allow_audio_files`. */
export const audioExtensions = ['mp3', 'ogg', 'wma', 'wav', 'flac', 'aac', 'm4a', 'm4b', 'ac3'] as const

/** Bytes of one session of chunks. */
export const maxResumableSize = 50 * 1024 * mebi
