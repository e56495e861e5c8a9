import { limits } from '@sepiola/contract/limits.ts'
import type { Settings } from '#foundation/config/settings.ts'
import type { Config } from './config-input.ts'

const noLimit = -1

/** Members of `ServerConfig` about what happens with videos, except lives. */
export function publishingView(settings: Settings) {
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

/** The member `live` of `ServerConfig`. */
export function liveView({ live }: Settings) {
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
