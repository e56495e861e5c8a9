import type { z } from 'zod'
import { fileRules, limits } from '@sepiola/contract/limits.ts'
import type { ServerConfig, ServerConfigAbout } from '@sepiola/contract/schemas/server-config.ts'
import { actorImageView } from '#features/accounts/public.ts'
import { builtInThemes } from '#features/users/public.ts'
import { acceptedVideoExtensions } from '#features/videos/public.ts'
import type { Settings } from '#foundation/config/settings.ts'
import type { Origin } from '#foundation/origin.ts'
import type { InstanceFacts } from './instance-facts.sql.ts'
import { logoView } from './logo.view.ts'

type Config = z.input<ReturnType<typeof ServerConfig>>
type About = z.input<ReturnType<typeof ServerConfigAbout>>

export interface ConfigInput {
  settings: Settings
  origin: Origin
  testMode: boolean
  facts: InstanceFacts
  signupAllowed: boolean
  signupAllowedForCurrentIP: boolean
  emailEnabled: boolean
  serverVersion: string
  serverCommit: string | undefined
}

const noTheme = 'default'
const noLimit = -1

/** `ServerConfig` (spec 02 §6.1): what a client must know about the server before it shows anything. */
export function serverConfigView(input: ConfigInput): Config {
  const { settings } = input
  return {
    ...platformPart(input),
    ...publishingPart(input),
    ...livePart(settings),
    ...clientPart(settings),
    ...filePart(input),
    serverVersion: input.serverVersion,
    ...(input.serverCommit === undefined ? {} : { serverCommit: input.serverCommit }),
  }
}

function platformPart({ settings, origin, facts, ...input }: ConfigInput) {
  const { instance, search, signup, theme } = settings
  return {
    instance: {
      name: instance.name,
      shortDescription: instance.short_description,
      defaultClientRoute: instance.default_client_route,
      isNSFW: instance.is_nsfw,
      defaultNSFWPolicy: instance.default_nsfw_policy,
      serverCountry: instance.server_country,
      defaultLanguage: instance.default_language,
      support: { text: instance.support.text },
      social: {
        externalLink: instance.social.external_link,
        mastodonLink: instance.social.mastodon_link,
        blueskyLink: instance.social.bluesky_link,
        xLink: instance.social.x_link,
      },
      customizations: { javascript: instance.customizations.javascript, css: instance.customizations.css },
      avatars: facts.avatars.map((image) => actorImageView(origin, image)),
      banners: facts.banners.map((image) => actorImageView(origin, image)),
      logo: logoView(origin, facts),
    },
    search: {
      remoteUri: { users: search.remote_uri.users, anonymous: search.remote_uri.anonymous },
      searchIndex: {
        enabled: search.search_index.enabled,
        url: search.search_index.url,
        disableLocalSearch: search.search_index.disable_local_search,
        isDefaultSearch: search.search_index.is_default_search,
      },
    },
    plugin: { registered: [], registeredExternalAuths: [], registeredIdAndPassAuths: [] },
    theme: {
      registered: [],
      builtIn: builtInThemes.map((name) => ({ name })),
      default: builtInThemes.some((name) => name === theme.default) ? theme.default : noTheme,
      customization: {
        primaryColor: theme.customization.primary_color,
        onPrimaryColor: theme.customization.on_primary_color,
        foregroundColor: theme.customization.foreground_color,
        backgroundColor: theme.customization.background_color,
        backgroundSecondaryColor: theme.customization.background_secondary_color,
        menuForegroundColor: theme.customization.menu_foreground_color,
        menuBackgroundColor: theme.customization.menu_background_color,
        menuBorderRadius: theme.customization.menu_border_radius,
        headerForegroundColor: theme.customization.header_foreground_color,
        headerBackgroundColor: theme.customization.header_background_color,
        inputBorderRadius: theme.customization.input_border_radius,
      },
    },
    email: { enabled: input.emailEnabled },
    contactForm: { enabled: settings.contact_form.enabled },
    signup: {
      allowed: input.signupAllowed,
      allowedForCurrentIP: input.signupAllowedForCurrentIP,
      requiresEmailVerification: signup.requires_email_verification,
      requiresApproval: signup.requires_approval,
      minimumAge: signup.minimum_age,
    },
    tracker: { enabled: settings.tracker.enabled },
    followings: {
      instance: { autoFollowIndex: { indexUrl: settings.followings.instance.auto_follow_index.index_url } },
    },
    federation: { enabled: settings.federation.enabled },
    homepage: { enabled: facts.hasHomepage },
    blocklist: { publicLog: { enabled: settings.blocklist.public_log.enabled } },
    webadmin: { configuration: { edition: { allowed: settings.webadmin.configuration.edition.allowed } } },
    broadcastMessage: {
      enabled: settings.broadcast_message.enabled,
      message: settings.broadcast_message.message,
      level: settings.broadcast_message.level,
      dismissable: settings.broadcast_message.dismissable,
    },
    openTelemetry: {
      metrics: {
        enabled: settings.open_telemetry.metrics.enabled,
        playbackStatsInterval: settings.open_telemetry.metrics.playback_stats_interval,
      },
    },
  } satisfies Partial<Config>
}

function publishingPart({ settings }: ConfigInput) {
  const { transcoding, import: imports, export: exports, video_transcription, video_studio, storyboards } = settings
  return {
    transcoding: {
      hls: {
        enabled: transcoding.enabled && transcoding.hls.enabled,
        splitAudioAndVideo: transcoding.hls.split_audio_and_video,
      },
      web_videos: { enabled: transcoding.enabled && transcoding.web_videos.enabled },
      enabledResolutions: enabledResolutions(transcoding),
      profile: transcoding.profile,
      availableProfiles: ['default'],
      remoteRunners: { enabled: transcoding.enabled && transcoding.remote_runners.enabled },
      alwaysTranscodeOriginalResolution: transcoding.always_transcode_original_resolution,
      alwaysTranscodePodcastOptimizedAudio: transcoding.always_transcode_podcast_optimized_audio,
    },
    import: {
      videos: {
        http: { enabled: imports.videos.http.enabled },
        torrent: { enabled: imports.videos.torrent.enabled },
      },
      videoChannelSynchronization: { enabled: imports.video_channel_synchronization.enabled },
      users: { enabled: imports.users.enabled },
    },
    export: {
      users: {
        enabled: exports.users.enabled,
        exportExpiration: exports.users.export_expiration,
        maxUserVideoQuota: exports.users.max_user_video_quota,
      },
    },
    autoBlacklist: { videos: { ofUsers: { enabled: settings.auto_blacklist.videos.of_users.enabled } } },
    user: { videoQuota: settings.user.video_quota, videoQuotaDaily: settings.user.video_quota_daily },
    videoChannels: { maxPerUser: settings.video_channels.max_per_user },
    videoStudio: {
      enabled: video_studio.enabled,
      remoteRunners: { enabled: video_studio.remote_runners.enabled },
    },
    videoFile: { update: { enabled: settings.video_file.update.enabled } },
    storyboards: {
      enabled: storyboards.enabled,
      remoteRunners: { enabled: storyboards.remote_runners.enabled },
    },
    videoTranscription: {
      enabled: video_transcription.enabled,
      remoteRunners: { enabled: video_transcription.enabled && video_transcription.remote_runners.enabled },
    },
    defaults: {
      publish: {
        downloadEnabled: settings.defaults.publish.download_enabled,
        commentsPolicy: settings.defaults.publish.comments_policy,
        privacy: settings.defaults.publish.privacy,
        licence: settings.defaults.publish.licence,
      },
      live: { saveReplay: settings.defaults.live.save_replay },
      p2p: {
        webapp: { enabled: settings.defaults.p2p.webapp.enabled },
        embed: { enabled: settings.defaults.p2p.embed.enabled },
      },
      player: { theme: settings.defaults.player.theme, autoPlay: settings.defaults.player.auto_play },
    },
    nsfwFlagsSettings: { enabled: settings.nsfw_flags_settings.enabled },
    fieldsConstraints: {
      users: {
        password: { minLength: settings.user.password_constraints.min_length, maxLength: limits.password.max },
      },
    },
  } satisfies Partial<Config>
}

function livePart({ live }: Settings) {
  return {
    live: {
      enabled: live.enabled,
      allowReplay: live.allow_replay,
      // Seconds, as `dvrWindow` of a live; 0 = no rewinding (spec 06).
      dvr: { maxWindow: Math.floor((live.dvr.max_window ?? 0) / 1000) },
      latencySetting: { enabled: live.latency_setting.enabled },
      maxDuration: live.max_duration,
      maxInstanceLives: live.max_instance_lives ?? noLimit,
      maxUserLives: live.max_user_lives ?? noLimit,
      transcoding: {
        enabled: live.transcoding.enabled,
        remoteRunners: { enabled: live.transcoding.enabled && live.transcoding.remote_runners.enabled },
        enabledResolutions: enabledResolutions(live.transcoding),
        profile: live.transcoding.profile,
        availableProfiles: ['default'],
      },
      rtmp: { port: live.rtmp.port },
    },
  } satisfies Partial<Config>
}

/** Heights that are switched on, smallest first; 0 is audio alone. */
function enabledResolutions(transcoding: { enabled: boolean; resolutions: Record<string, boolean> }): number[] {
  if (!transcoding.enabled) return []
  return Object.entries(transcoding.resolutions)
    .filter(([, on]) => on)
    .map(([name]) => Number.parseInt(name, 10))
    .sort((a, b) => a - b)
}

function clientPart({ client, trending, views, webrtc }: Settings) {
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

interface FileRule {
  extensions: readonly string[]
  maxSize: number
  maxSizeInTests?: number
}

/** Limits of uploads; extensions with their dot, sizes in bytes (spec 01 §11). */
function filePart({ settings, testMode }: ConfigInput) {
  const constraints = ({ extensions, maxSize, maxSizeInTests = maxSize }: FileRule) => ({
    size: { max: testMode ? maxSizeInTests : maxSize },
    extensions: extensions.map((extension) => `.${extension}`),
  })
  return {
    avatar: { file: constraints(fileRules.actorImage) },
    banner: { file: constraints(fileRules.actorImage) },
    logo: { file: constraints(fileRules.instanceLogo) },
    video: {
      image: constraints(fileRules.videoImage),
      file: { extensions: acceptedVideoExtensions(settings.transcoding) },
    },
    videoCaption: { file: constraints(fileRules.caption) },
  } satisfies Partial<Config>
}

/** `ServerConfigAbout` (spec 02 §6.1): the texts that describe the platform. */
export function aboutView({
  settings: { instance },
  origin,
  facts,
}: Pick<ConfigInput, 'settings' | 'origin' | 'facts'>): About {
  return {
    instance: {
      name: instance.name,
      shortDescription: instance.short_description,
      description: instance.description,
      terms: instance.terms,
      codeOfConduct: instance.code_of_conduct,
      hardwareInformation: instance.hardware_information,
      creationReason: instance.creation_reason,
      moderationInformation: instance.moderation_information,
      administrator: instance.administrator,
      maintenanceLifetime: instance.maintenance_lifetime,
      businessModel: instance.business_model,
      languages: instance.languages ?? [],
      categories: instance.categories ?? [],
      avatars: facts.avatars.map((image) => actorImageView(origin, image)),
      banners: facts.banners.map((image) => actorImageView(origin, image)),
    },
  }
}
