import type { Settings } from '#foundation/config/settings.ts'
import type { Config } from './config-input.ts'

/** Members of `ServerConfig` about what the web client and the players do. */
export function clientSettingsView({ client, trending, views, webrtc }: Settings) {
  const { intent } = client.open_in_app.android
  return {
    client: {
      newFeaturesInfo: client.new_features_info,
      header: { hideInstanceName: client.header.hide_instance_name },
      videos: {
        miniature: { preferAuthorDisplayName: client.videos.miniature.prefer_author_display_name },
        resumableUpload: { maxChunkSize: client.videos.resumable_upload.max_chunk_size },
      },
      browseVideos: {
        defaultSort: client.browse_videos.default_sort,
        defaultScope: client.browse_videos.default_scope,
      },
      menu: { login: { redirectOnSingleExternalAuth: client.menu.login.redirect_on_single_external_auth } },
      openInApp: {
        android: {
          intent: {
            enabled: intent.enabled,
            host: intent.host,
            scheme: intent.scheme,
            fallbackUrl: intent.fallback_url,
          },
        },
        ios: {
          enabled: client.open_in_app.ios.enabled,
          host: client.open_in_app.ios.host,
          scheme: client.open_in_app.ios.scheme,
          fallbackUrl: client.open_in_app.ios.fallback_url,
        },
      },
    },
    trending: {
      videos: {
        intervalDays: trending.videos.interval_days,
        algorithms: { enabled: trending.videos.algorithms.enabled, default: trending.videos.algorithms.default },
      },
    },
    views: {
      videos: {
        remote: { maxAge: views.videos.remote.max_age },
        local: { maxAge: views.videos.local.max_age },
        watchingInterval: {
          anonymous: views.videos.watching_interval.anonymous,
          users: views.videos.watching_interval.users,
        },
      },
    },
    webrtc: { stunServers: webrtc.stun_servers },
  } satisfies Partial<Config>
}
