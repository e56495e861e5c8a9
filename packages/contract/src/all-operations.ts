import * as abuses from './operations/abuses.ts'
import * as accountBlocklist from './operations/account-blocklist.ts'
import * as accounts from './operations/accounts.ts'
import * as activitypub from './operations/activitypub.ts'
import * as automaticTags from './operations/automatic-tags.ts'
import * as channelsSync from './operations/channels-sync.ts'
import * as clientConfig from './operations/client-config.ts'
import * as clientHtml from './operations/client-html.ts'
import * as config from './operations/config.ts'
import * as contact from './operations/contact.ts'
import * as debug from './operations/debug.ts'
import * as homepage from './operations/homepage.ts'
import * as instanceFollows from './operations/instance-follows.ts'
import * as instanceRedundancy from './operations/instance-redundancy.ts'
import * as job from './operations/job.ts'
import * as lazyStatic from './operations/lazy-static.ts'
import * as liveVideos from './operations/live-videos.ts'
import * as logs from './operations/logs.ts'
import * as metrics from './operations/metrics.ts'
import * as misc from './operations/misc.ts'
import * as myHistory from './operations/my-history.ts'
import * as myNotifications from './operations/my-notifications.ts'
import * as mySubscriptions from './operations/my-subscriptions.ts'
import * as myUser from './operations/my-user.ts'
import * as objectStorageProxy from './operations/object-storage-proxy.ts'
import * as ownershipChange from './operations/ownership-change.ts'
import * as playerSettings from './operations/player-settings.ts'
import * as pluginAssets from './operations/plugin-assets.ts'
import * as plugins from './operations/plugins.ts'
import * as realtime from './operations/realtime.ts'
import * as register from './operations/register.ts'
import * as runnerJobs from './operations/runner-jobs.ts'
import * as runnerRegistrationToken from './operations/runner-registration-token.ts'
import * as runners from './operations/runners.ts'
import * as search from './operations/search.ts'
import * as serverBlocklist from './operations/server-blocklist.ts'
import * as sepiola from './operations/sepiola.ts'
import * as services from './operations/services.ts'
import * as session from './operations/session.ts'
import * as staticFiles from './operations/static.ts'
import * as staticVideoFiles from './operations/static-video-files.ts'
import * as stats from './operations/stats.ts'
import * as tracker from './operations/tracker.ts'
import * as userExports from './operations/user-exports.ts'
import * as userImports from './operations/user-imports.ts'
import * as users from './operations/users.ts'
import * as video from './operations/video.ts'
import * as videoBlocks from './operations/video-blocks.ts'
import * as videoCaptions from './operations/video-captions.ts'
import * as videoChannels from './operations/video-channels.ts'
import * as videoChapters from './operations/video-chapters.ts'
import * as videoComments from './operations/video-comments.ts'
import * as videoDownload from './operations/video-download.ts'
import * as videoEmbedPrivacy from './operations/video-embed-privacy.ts'
import * as videoFeeds from './operations/video-feeds.ts'
import * as videoFiles from './operations/video-files.ts'
import * as videoImports from './operations/video-imports.ts'
import * as videoMirroring from './operations/video-mirroring.ts'
import * as videoPasswords from './operations/video-passwords.ts'
import * as videoPlaylists from './operations/video-playlists.ts'
import * as videoRates from './operations/video-rates.ts'
import * as videoStats from './operations/video-stats.ts'
import * as videoTranscoding from './operations/video-transcoding.ts'
import * as videos from './operations/videos.ts'
import * as watchedWords from './operations/watched-words.ts'
import * as wellKnown from './operations/well-known.ts'
import type { OperationDefinition } from './operation.ts'

const modules = [
  abuses,
  accountBlocklist,
  accounts,
  activitypub,
  automaticTags,
  channelsSync,
  clientConfig,
  clientHtml,
  config,
  contact,
  debug,
  homepage,
  instanceFollows,
  instanceRedundancy,
  job,
  lazyStatic,
  liveVideos,
  logs,
  metrics,
  misc,
  myHistory,
  myNotifications,
  mySubscriptions,
  myUser,
  objectStorageProxy,
  ownershipChange,
  playerSettings,
  pluginAssets,
  plugins,
  realtime,
  register,
  runnerJobs,
  runnerRegistrationToken,
  runners,
  search,
  serverBlocklist,
  services,
  session,
  staticFiles,
  staticVideoFiles,
  stats,
  tracker,
  userExports,
  userImports,
  users,
  video,
  videoBlocks,
  videoCaptions,
  videoChannels,
  videoChapters,
  videoComments,
  videoDownload,
  videoEmbedPrivacy,
  videoFeeds,
  videoFiles,
  videoImports,
  videoMirroring,
  videoPasswords,
  videoPlaylists,
  videoRates,
  videoStats,
  videoTranscoding,
  videos,
  watchedWords,
  wellKnown,
]

/** Every operation that PeerTube has, by tag. */
export const allOperations: readonly OperationDefinition[] = modules.flatMap((module): OperationDefinition[] =>
  Object.values(module),
)

/** What PeerTube does not have. */
export const ownOperations: readonly OperationDefinition[] = Object.values(sepiola)

/** The operations by their id, as types. */
export type Operations = typeof abuses &
  typeof accountBlocklist &
  typeof accounts &
  typeof activitypub &
  typeof automaticTags &
  typeof channelsSync &
  typeof clientConfig &
  typeof clientHtml &
  typeof config &
  typeof contact &
  typeof debug &
  typeof homepage &
  typeof instanceFollows &
  typeof instanceRedundancy &
  typeof job &
  typeof lazyStatic &
  typeof liveVideos &
  typeof logs &
  typeof metrics &
  typeof misc &
  typeof myHistory &
  typeof myNotifications &
  typeof mySubscriptions &
  typeof myUser &
  typeof objectStorageProxy &
  typeof ownershipChange &
  typeof playerSettings &
  typeof pluginAssets &
  typeof plugins &
  typeof realtime &
  typeof register &
  typeof runnerJobs &
  typeof runnerRegistrationToken &
  typeof runners &
  typeof search &
  typeof serverBlocklist &
  typeof sepiola &
  typeof services &
  typeof session &
  typeof staticFiles &
  typeof staticVideoFiles &
  typeof stats &
  typeof tracker &
  typeof userExports &
  typeof userImports &
  typeof users &
  typeof video &
  typeof videoBlocks &
  typeof videoCaptions &
  typeof videoChannels &
  typeof videoChapters &
  typeof videoComments &
  typeof videoDownload &
  typeof videoEmbedPrivacy &
  typeof videoFeeds &
  typeof videoFiles &
  typeof videoImports &
  typeof videoMirroring &
  typeof videoPasswords &
  typeof videoPlaylists &
  typeof videoRates &
  typeof videoStats &
  typeof videoTranscoding &
  typeof videos &
  typeof watchedWords &
  typeof wellKnown
