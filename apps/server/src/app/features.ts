import type { Feature } from '#foundation/feature.ts'
import { accountSettingsFeature } from '#features/account-settings/feature.ts'
import { accountsFeature } from '#features/accounts/feature.ts'
import { actorImagesFeature } from '#features/actor-images/feature.ts'
import { archivesFeature } from '#features/archives/feature.ts'
import { blocklistsFeature } from '#features/blocklists/feature.ts'
import { channelSettingsFeature } from '#features/channel-settings/feature.ts'
import { channelsFeature } from '#features/channels/feature.ts'
import { channelSyncsFeature } from '#features/channel-syncs/feature.ts'
import { clientConfigFeature } from '#features/client-config/feature.ts'
import { commentsFeature } from '#features/comments/feature.ts'
import { feedsFeature } from '#features/feeds/feature.ts'
import { healthFeature } from '#features/health/feature.ts'
import { historyFeature } from '#features/history/feature.ts'
import { importsFeature } from '#features/imports/feature.ts'
import { instanceFeature } from '#features/instance/feature.ts'
import { instanceAdminFeature } from '#features/instance-admin/feature.ts'
import { jobsAdminFeature } from '#features/jobs-admin/feature.ts'
import { mailsFeature } from '#features/mails/feature.ts'
import { metricsFeature } from '#features/metrics/feature.ts'
import { oembedFeature } from '#features/oembed/feature.ts'
import { ownershipFeature } from '#features/ownership/feature.ts'
import { realtimeFeature } from '#features/realtime/feature.ts'
import { registrationsFeature } from '#features/registrations/feature.ts'
import { overviewsFeature } from '#features/overviews/feature.ts'
import { playerSettingsFeature } from '#features/player-settings/feature.ts'
import { playlistsFeature } from '#features/playlists/feature.ts'
import { sessionsFeature } from '#features/sessions/feature.ts'
import { subscriptionsFeature } from '#features/subscriptions/feature.ts'
import { searchFeature } from '#features/search/feature.ts'
import { tracingFeature } from '#features/tracing/feature.ts'
import { transcodingFeature } from '#features/transcoding/feature.ts'
import { captionsFeature } from '#features/captions/feature.ts'
import { videoBlocksFeature } from '#features/video-blocks/feature.ts'
import { videoStatsFeature } from '#features/video-stats/feature.ts'
import { viewsFeature } from '#features/views/feature.ts'
import { ratingsFeature } from '#features/ratings/feature.ts'
import { usersFeature } from '#features/users/feature.ts'
import { userAdminFeature } from '#features/user-admin/feature.ts'
import { videosFeature } from '#features/videos/feature.ts'
import { watchedWordsFeature } from '#features/watched-words/feature.ts'
import { wellKnownFeature } from '#features/well-known/feature.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { describeApi } from './describe-api.ts'

const parts: readonly Feature[] = [
  healthFeature,
  mailsFeature,
  accountsFeature,
  actorImagesFeature,
  sessionsFeature,
  usersFeature,
  blocklistsFeature,
  watchedWordsFeature,
  channelsFeature,
  videosFeature,
  realtimeFeature,
  videoBlocksFeature,
  commentsFeature,
  userAdminFeature,
  accountSettingsFeature,
  viewsFeature,
  videoStatsFeature,
  ratingsFeature,
  subscriptionsFeature,
  playlistsFeature,
  channelSettingsFeature,
  ownershipFeature,
  channelSyncsFeature,
  historyFeature,
  searchFeature,
  transcodingFeature,
  archivesFeature,
  captionsFeature,
  playerSettingsFeature,
  importsFeature,
  oembedFeature,
  instanceFeature,
  feedsFeature,
  overviewsFeature,
  instanceAdminFeature,
  registrationsFeature,
  jobsAdminFeature,
  metricsFeature,
  tracingFeature,
  wellKnownFeature,
  clientConfigFeature,
]

/** Everything the server does, without its pages (`web`). */
export const features: readonly Feature[] = [...parts, describeApi(parts, packageJson.version)]
