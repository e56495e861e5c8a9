import { z } from 'zod'
import {
  bytes,
  choice,
  duration,
  flag,
  integer,
  optionalDuration,
  optionalInteger,
  optionalText,
  port,
  records,
  text,
} from '../setting.ts'

const thumbnailSize = z.object({
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  aspect_ratio: z.enum(['16:9', '1:1']),
})

export const mediaDefinitions = {
  transcoding: {
    enabled: flag(true, 'PEERTUBE_TRANSCODING_ENABLED'),
    original_file: {
      keep: flag(false, 'PEERTUBE_TRANSCODING_ORIGINAL_FILE_KEEP'),
    },
    allow_additional_extensions: flag(true, 'PEERTUBE_TRANSCODING_ALLOW_ADDITIONAL_EXTENSIONS', { test: false }),
    allow_audio_files: flag(true, 'PEERTUBE_TRANSCODING_ALLOW_AUDIO_FILES', { test: false }),
    remote_runners: {
      enabled: flag(false, 'PEERTUBE_TRANSCODING_REMOTE_RUNNERS_ENABLED'),
    },
    threads: integer(1, 'PEERTUBE_TRANSCODING_THREADS', { min: 0, test: 2 }),
    concurrency: integer(1, 'PEERTUBE_TRANSCODING_CONCURRENCY', { min: 1, test: 2 }),
    profile: text('default', 'PEERTUBE_TRANSCODING_PROFILE'),
    // PeerTube ships every rung switched off, so that a fresh server offers the original only; a ladder that suits
    // most videos is on here from the first start.
    resolutions: {
      '0p': flag(false, 'PEERTUBE_TRANSCODING_RESOLUTIONS_0P'),
      '144p': flag(false, 'PEERTUBE_TRANSCODING_144P'),
      '240p': flag(true, 'PEERTUBE_TRANSCODING_240P', { test: true }),
      '360p': flag(true, 'PEERTUBE_TRANSCODING_360P', { test: true }),
      '480p': flag(true, 'PEERTUBE_TRANSCODING_480P', { test: true }),
      '720p': flag(true, 'PEERTUBE_TRANSCODING_720P', { test: true }),
      '1080p': flag(true, 'PEERTUBE_TRANSCODING_1080P', { test: true }),
      '1440p': flag(false, 'PEERTUBE_TRANSCODING_1440P', { test: true }),
      '2160p': flag(false, 'PEERTUBE_TRANSCODING_2160P', { test: true }),
    },
    always_transcode_original_resolution: flag(true, 'PEERTUBE_TRANSCODING_ALWAYS_TRANSCODE_ORIGINAL_RESOLUTION'),
    always_transcode_podcast_optimized_audio: flag(
      true,
      'PEERTUBE_TRANSCODING_ALWAYS_TRANSCODE_PODCAST_OPTIMIZED_AUDIO',
      { test: false },
    ),
    fps: {
      max: optionalInteger(60, 'PEERTUBE_TRANSCODING_FPS_MAX', { min: 1 }),
    },
    web_videos: {
      enabled: flag(false, 'PEERTUBE_TRANSCODING_WEB_VIDEOS_ENABLED', { test: true }),
    },
    hls: {
      enabled: flag(true, 'PEERTUBE_TRANSCODING_HLS_ENABLED'),
      split_audio_and_video: flag(false, 'PEERTUBE_TRANSCODING_HLS_SPLIT_AUDIO_AND_VIDEO'),
    },
  },
  live: {
    enabled: flag(false, 'PEERTUBE_LIVE_ENABLED'),
    max_duration: duration(-1, 'PEERTUBE_LIVE_MAX_DURATION'),
    max_instance_lives: optionalInteger(20, 'PEERTUBE_LIVE_MAX_INSTANCE_LIVES', { min: -1 }),
    max_user_lives: optionalInteger(3, 'PEERTUBE_LIVE_MAX_USER_LIVES', { min: -1 }),
    allow_replay: flag(true, 'PEERTUBE_LIVE_ALLOW_REPLAY', { test: false }),
    dvr: {
      max_window: optionalDuration('1 hour', 'PEERTUBE_LIVE_DVR_MAX_WINDOW'),
    },
    latency_setting: {
      enabled: flag(true, 'PEERTUBE_LIVE_LATENCY_SETTING_ENABLED'),
    },
    rtmp: {
      enabled: flag(true, 'PEERTUBE_LIVE_RTMP_ENABLED'),
      hostname: optionalText(null, 'PEERTUBE_LIVE_RTMP_HOSTNAME'),
      port: port(1935, 'PEERTUBE_LIVE_RTMP_PORT'),
      public_hostname: optionalText(null, 'PEERTUBE_LIVE_RTMP_PUBLIC_HOSTNAME'),
    },
    rtmps: {
      enabled: flag(false, 'PEERTUBE_LIVE_RTMPS_ENABLED'),
      hostname: optionalText(null, 'PEERTUBE_LIVE_RTMPS_HOSTNAME'),
      port: port(1936, 'PEERTUBE_LIVE_RTMPS_PORT'),
      key_file: text('', 'PEERTUBE_LIVE_RTMPS_KEY_FILE'),
      cert_file: text('', 'PEERTUBE_LIVE_RTMPS_CERT_FILE'),
      public_hostname: optionalText(null, 'PEERTUBE_LIVE_RTMPS_PUBLIC_HOSTNAME'),
    },
    transcoding: {
      enabled: flag(true, 'PEERTUBE_LIVE_TRANSCODING_ENABLED', { test: false }),
      remote_runners: {
        enabled: flag(false, 'PEERTUBE_LIVE_TRANSCODING_REMOTE_RUNNERS_ENABLED'),
      },
      threads: integer(2, 'PEERTUBE_LIVE_TRANSCODING_THREADS', { min: 0 }),
      profile: text('default', 'PEERTUBE_LIVE_TRANSCODING_PROFILE'),
      resolutions: {
        '0p': flag(false, 'PEERTUBE_LIVE_TRANSCODING_0P'),
        '144p': flag(false, 'PEERTUBE_LIVE_TRANSCODING_144P'),
        '240p': flag(false, 'PEERTUBE_LIVE_TRANSCODING_240P'),
        '360p': flag(false, 'PEERTUBE_LIVE_TRANSCODING_360P'),
        '480p': flag(false, 'PEERTUBE_LIVE_TRANSCODING_480P'),
        '720p': flag(false, 'PEERTUBE_LIVE_TRANSCODING_720P'),
        '1080p': flag(false, 'PEERTUBE_LIVE_TRANSCODING_1080P'),
        '1440p': flag(false, 'PEERTUBE_LIVE_TRANSCODING_1440P'),
        '2160p': flag(false, 'PEERTUBE_LIVE_TRANSCODING_2160P'),
      },
      always_transcode_original_resolution: flag(
        true,
        'PEERTUBE_LIVE_TRANSCODING_ALWAYS_TRANSCODE_ORIGINAL_RESOLUTION',
      ),
      fps: {
        max: optionalInteger(60, 'PEERTUBE_LIVE_TRANSCODING_FPS_MAX', { min: 1 }),
      },
    },
  },
  video_studio: {
    enabled: flag(false, 'PEERTUBE_VIDEO_STUDIO_ENABLED', { test: true }),
    remote_runners: {
      enabled: flag(false, 'PEERTUBE_VIDEO_STUDIO_REMOTE_RUNNERS_ENABLED'),
    },
  },
  video_file: {
    update: {
      enabled: flag(false, 'PEERTUBE_VIDEO_FILE_UPDATE_ENABLED'),
    },
  },
  video_transcription: {
    enabled: flag(false, 'PEERTUBE_VIDEO_TRANSCRIPTION_ENABLED'),
    engine: choice(
      ['whisper-ctranslate2', 'openai-whisper'],
      'whisper-ctranslate2',
      'PEERTUBE_VIDEO_TRANSCRIPTION_ENGINE',
    ),
    engine_path: optionalText(null, 'PEERTUBE_VIDEO_TRANSCRIPTION_ENGINE_PATH', { envFormat: 'json' }),
    model: text('small', 'PEERTUBE_VIDEO_TRANSCRIPTION_MODEL', { test: 'tiny' }),
    model_path: optionalText(null, 'PEERTUBE_VIDEO_TRANSCRIPTION_MODEL_PATH', { envFormat: 'json' }),
    timeout: duration('6 hours', 'PEERTUBE_VIDEO_TRANSCRIPTION_TIMEOUT'),
    remote_runners: {
      enabled: flag(false, 'PEERTUBE_VIDEO_TRANSCRIPTION_REMOTE_RUNNERS_ENABLED'),
    },
  },
  thumbnails: {
    generation_from_video: {
      frames_to_analyze: integer(50, 'PEERTUBE_THUMBNAILS_GENERATION_FROM_VIDEO_FRAMES_TO_ANALYZE', { min: 2 }),
    },
    sizes: records(
      thumbnailSize,
      'a list of { width, height, aspect_ratio }, aspect_ratio being 16:9 or 1:1',
      [
        { width: 280, height: 157, aspect_ratio: '16:9' },
        { width: 850, height: 480, aspect_ratio: '16:9' },
        { width: 1280, height: 720, aspect_ratio: '16:9' },
        { width: 1920, height: 1080, aspect_ratio: '16:9' },
        { width: 1400, height: 1400, aspect_ratio: '1:1' },
      ],
      'PEERTUBE_THUMBNAILS_SIZES',
    ),
  },
  storyboards: {
    enabled: flag(true, 'PEERTUBE_STORYBOARDS_ENABLED'),
    remote_runners: {
      enabled: flag(false, 'PEERTUBE_STORYBOARDS_REMOTE_RUNNERS_ENABLED'),
    },
  },
  download: {
    max_total_bytes_per_second: bytes('5MB'),
    max_bytes_per_ip_per_second: bytes('2MB'),
  },
  download_generate_video: {
    max_parallel_downloads: integer(100, 'PEERTUBE_DOWNLOAD_GENERATE_VIDEO_MAX_PARALLEL_DOWNLOADS', { min: 0 }),
  },
  remote_runners: {
    stalled_jobs: {
      live: duration('30 seconds', 'PEERTUBE_REMOTE_RUNNERS_STALLED_JOBS_LIVE'),
      vod: duration('2 minutes', 'PEERTUBE_REMOTE_RUNNERS_STALLED_JOBS_VOD'),
      studio: duration('2 minutes', 'PEERTUBE_REMOTE_RUNNERS_STALLED_JOBS_STUDIO'),
      transcription: duration('2 minutes', 'PEERTUBE_REMOTE_RUNNERS_STALLED_JOBS_TRANSCRIPTION'),
    },
  },
}
