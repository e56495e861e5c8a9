import { z } from 'zod'
import { choice, duration, flag, records, text, textList, memberSchemas } from '../setting.ts'

const redundancyStrategy = z.object({
  size: memberSchemas.bytes,
  min_lifetime: memberSchemas.duration,
  strategy: z.enum(['most-views', 'trending', 'recently-added']),
  min_views: z.number().int().min(0).optional(),
})

export const networkDefinitions = {
  federation: {
    enabled: flag(true, 'PEERTUBE_FEDERATION_ENABLED'),
    prevent_ssrf: flag(true, 'PEERTUBE_FEDERATION_PREVENT_SSRF', { test: false }),
    sign_federated_fetches: flag(true, 'PEERTUBE_SIGN_FEDERATED_FETCHES'),
    videos: {
      federate_unlisted: flag(false, 'PEERTUBE_FEDERATION_VIDEOS_FEDERATE_UNLISTED', { test: true }),
      cleanup_remote_interactions: flag(true, 'PEERTUBE_FEDERATION_VIDEOS_CLEANUP_REMOTE_INTERACTIONS', {
        test: false,
      }),
    },
  },
  followers: {
    instance: {
      enabled: flag(true, 'PEERTUBE_FOLLOWERS_INSTANCE_ENABLED'),
      manual_approval: flag(false, 'PEERTUBE_FOLLOWERS_INSTANCE_MANUAL_APPROVAL'),
    },
    channels: {
      enabled: flag(true, 'PEERTUBE_FOLLOWERS_CHANNELS_ENABLED'),
    },
  },
  followings: {
    instance: {
      auto_follow_back: {
        enabled: flag(false, 'PEERTUBE_FOLLOWINGS_INSTANCE_AUTO_FOLLOW_BACK_ENABLED'),
      },
      auto_follow_index: {
        enabled: flag(false, 'PEERTUBE_FOLLOWINGS_INSTANCE_AUTO_FOLLOW_INDEX_ENABLED'),
        index_url: text('', 'PEERTUBE_FOLLOWINGS_INSTANCE_AUTO_FOLLOW_INDEX_INDEX_URL'),
      },
    },
  },
  redundancy: {
    videos: {
      check_interval: duration('1 hour', 'PEERTUBE_REDUNDANCY_VIDEOS_CHECK_INTERVAL', { test: '1 minute' }),
      strategies: records(
        redundancyStrategy,
        'a list of { size, min_lifetime, strategy, min_views }',
        [],
        'PEERTUBE_REDUNDANCY_VIDEOS_STRATEGIES',
        {
          test: [
            { size: '1000MB', min_lifetime: '10 minutes', strategy: 'most-views' },
            { size: '1000MB', min_lifetime: '10 minutes', strategy: 'trending' },
            { size: '1000MB', min_lifetime: '10 minutes', strategy: 'recently-added', min_views: 1 },
          ],
        },
      ),
    },
  },
  remote_redundancy: {
    videos: {
      accept_from: choice(
        ['nobody', 'anybody', 'followings'],
        'anybody',
        'PEERTUBE_REMOTE_REDUNDANCY_VIDEOS_ACCEPT_FROM',
      ),
    },
  },
  tracker: {
    enabled: flag(true, 'PEERTUBE_TRACKER_ENABLED'),
    private: flag(true, 'PEERTUBE_TRACKER_PRIVATE'),
    reject_too_many_announces: flag(false, 'PEERTUBE_TRACKER_REJECT_TOO_MANY_ANNOUNCES'),
  },
  webrtc: {
    stun_servers: textList(
      [
        'stun:stunserver2025.stunprotocol.org',
        'stun:stun.framasoft.org',
        'stun:stun.ekiga.net',
        'stun:stun.freeswitch.org',
      ],
      'PEERTUBE_WEBRTC_STUN_SERVERS',
    ),
  },
  plugins: {
    index: {
      enabled: flag(true, 'PEERTUBE_PLUGINS_INDEX_ENABLED'),
      check_latest_versions_interval: duration('4 hours', 'PEERTUBE_PLUGINS_INDEX_CHECK_LATEST_VERSIONS_INTERVAL', {
        test: '10 minutes',
      }),
      url: text('https://packages.joinpeertube.org', 'PEERTUBE_PLUGINS_INDEX_URL'),
    },
  },
  peertube: {
    check_latest_version: {
      enabled: flag(true, 'PEERTUBE_PEERTUBE_CHECK_LATEST_VERSION_ENABLED', { test: false }),
      url: text('https://joinpeertube.org/api/v1/versions.json', 'PEERTUBE_PEERTUBE_CHECK_LATEST_VERSION_URL'),
    },
  },
  search: {
    remote_uri: {
      users: flag(true, 'PEERTUBE_SEARCH_REMOTEURI_USERS'),
      anonymous: flag(false, 'PEERTUBE_SEARCH_REMOTEURI_ANONYMOUS'),
    },
    search_index: {
      enabled: flag(false, 'PEERTUBE_SEARCH_SEARCH_INDEX_ENABLED'),
      url: text('https://sepiasearch.org', 'PEERTUBE_SEARCH_SEARCH_INDEX_URL', { test: 'https://sepiasearch.org/' }),
      disable_local_search: flag(false, 'PEERTUBE_SEARCH_SEARCH_INDEX_DISABLE_LOCAL_SEARCH'),
      is_default_search: flag(false, 'PEERTUBE_SEARCH_SEARCH_INDEX_IS_DEFAULT_SEARCH'),
    },
  },
  geo_ip: {
    enabled: flag(true, 'PEERTUBE_GEO_IP_ENABLED', { test: false }),
    country: {
      // PeerTube fetches both from a mirror; here nobody is asked unless an address is set.
      database_url: text('', 'PEERTUBE_GEO_IP_COUNTRY_DATABASE_URL'),
    },
    city: {
      database_url: text('', 'PEERTUBE_GEO_IP_CITY_DATABASE_URL'),
    },
  },
  video_comments: {
    accept_remote_comments: flag(true, 'PEERTUBE_VIDEO_COMMENTS_ACCEPT_REMOTE_COMMENTS'),
  },
}
