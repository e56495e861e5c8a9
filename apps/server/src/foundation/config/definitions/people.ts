import { bytes, duration, flag, integer, optionalTextList, text, textList } from '../setting.ts'

export const peopleDefinitions = {
  admin: {
    email: text('admin@example.com', 'PEERTUBE_ADMIN_EMAIL'),
  },
  signup: {
    enabled: flag(true, 'PEERTUBE_SIGNUP_ENABLED'),
    limit: integer(10, 'PEERTUBE_SIGNUP_LIMIT', { min: -1 }),
    minimum_age: integer(16, 'PEERTUBE_SIGNUP_MINIMUM_AGE', { min: 0 }),
    requires_approval: flag(false, 'PEERTUBE_SIGNUP_REQUIRES_APPROVAL'),
    requires_email_verification: flag(false, 'PEERTUBE_SIGNUP_REQUIRES_EMAIL_VERIFICATION'),
    filters: {
      cidr: {
        whitelist: textList([], 'PEERTUBE_SIGNUP_FILTERS_CIDR_WHITELIST'),
        blacklist: textList([], 'PEERTUBE_SIGNUP_FILTERS_CIDR_BLACKLIST'),
      },
    },
  },
  user: {
    history: {
      videos: {
        enabled: flag(true, 'PEERTUBE_USER_HISTORY_VIDEOS_ENABLED'),
      },
    },
    disable_root_auth: flag(false),
    video_quota: bytes(-1, 'PEERTUBE_USER_VIDEO_QUOTA'),
    video_quota_daily: bytes(-1, 'PEERTUBE_USER_VIDEO_QUOTA_DAILY'),
    default_channel_name: text('Main $1 channel', 'PEERTUBE_USER_DEFAULT_CHANNEL_NAME'),
    password_constraints: {
      min_length: integer(8, 'PEERTUBE_USER_PASSWORD_CONSTRAINTS_MIN_LENGTH', { min: 1, max: 50, test: 6 }),
    },
  },
  video_channels: {
    max_per_user: integer(20, 'PEERTUBE_VIDEO_CHANNELS_MAX_PER_USER', { min: 0 }),
    max_collaborators_per_channel: integer(20, 'PEERTUBE_VIDEO_CHANNELS_MAX_COLLABORATORS_PER_CHANNEL', { min: 0 }),
  },
  import: {
    videos: {
      concurrency: integer(1, 'PEERTUBE_IMPORT_VIDEOS_CONCURRENCY', { min: 0, test: 2 }),
      timeout: duration('2 hours', 'PEERTUBE_IMPORT_VIDEOS_TIMEOUT'),
      max_attempts: integer(5, 'PEERTUBE_IMPORT_VIDEOS_MAX_ATTEMPTS', { min: 1 }),
      http: {
        enabled: flag(false, 'PEERTUBE_IMPORT_VIDEOS_HTTP', { test: true }),
        youtube_dl_release: {
          url: text(
            'https://api.github.com/repos/yt-dlp/yt-dlp/releases',
            'PEERTUBE_IMPORT_VIDEOS_HTTP_YOUTUBE_DL_RELEASE_URL',
          ),
          name: text('yt-dlp', 'PEERTUBE_IMPORT_VIDEOS_HTTP_YOUTUBE_DL_RELEASE_NAME'),
          python_path: text('/usr/bin/python3', 'PEERTUBE_IMPORT_VIDEOS_HTTP_YOUTUBE_DL_RELEASE_PYTHON_PATH'),
        },
        force_ipv4: flag(true, 'PEERTUBE_IMPORT_VIDEOS_HTTP_FORCE_IPV4'),
        proxies: optionalTextList(null, 'PEERTUBE_IMPORT_VIDEOS_HTTP_PROXIES'),
        // Ours alone: for servers that import from their own network.
        allow_private_addresses: flag(false),
        cookies: {
          enabled: flag(false, 'PEERTUBE_IMPORT_VIDEOS_HTTP_COOKIES_ENABLED'),
        },
      },
      torrent: {
        enabled: flag(false, 'PEERTUBE_IMPORT_VIDEOS_TORRENT', { test: true }),
      },
    },
    video_channel_synchronization: {
      enabled: flag(false, 'PEERTUBE_IMPORT_VIDEO_CHANNEL_SYNCHRONIZATION_ENABLED'),
      max_per_user: integer(10, 'PEERTUBE_IMPORT_VIDEO_CHANNEL_SYNCHRONIZATION_MAX_PER_USER', { min: 0 }),
      check_interval: duration('1 hour', 'PEERTUBE_IMPORT_VIDEO_CHANNEL_SYNCHRONIZATION_CHECK_INTERVAL'),
      videos_limit_per_synchronization: integer(
        10,
        'PEERTUBE_IMPORT_VIDEO_CHANNEL_SYNCHRONIZATION_VIDEOS_LIMIT_PER_SYNCHRONIZATION',
        { min: 0 },
      ),
      full_sync_videos_limit: integer(1000, 'PEERTUBE_IMPORT_VIDEO_CHANNEL_SYNCHRONIZATION_FULL_SYNC_VIDEOS_LIMIT', {
        min: 0,
      }),
    },
    users: {
      enabled: flag(true, 'PEERTUBE_IMPORT_USERS_ENABLED'),
    },
  },
  export: {
    users: {
      enabled: flag(true, 'PEERTUBE_EXPORT_USERS_ENABLED'),
      max_user_video_quota: bytes('10GB', 'PEERTUBE_EXPORT_USERS_MAX_USER_VIDEO_QUOTA'),
      export_expiration: duration('2 days', 'PEERTUBE_EXPORT_USERS_EXPORT_EXPIRATION'),
    },
  },
  auto_blacklist: {
    videos: {
      of_users: {
        enabled: flag(false, 'PEERTUBE_AUTO_BLACKLIST_VIDEOS_OF_USERS_ENABLED'),
      },
    },
  },
  blocklist: {
    public_log: {
      enabled: flag(false),
    },
  },
  contact_form: {
    enabled: flag(true, 'PEERTUBE_CONTACT_FORM_ENABLED'),
  },
  email: {
    body: {
      signature: text('', 'PEERTUBE_EMAIL_BODY_SIGNATURE'),
    },
    subject: {
      prefix: text('[{{instanceName}}] ', 'PEERTUBE_EMAIL_SUBJECT_PREFIX'),
    },
  },
  nsfw_flags_settings: {
    enabled: flag(true, 'PEERTUBE_NSFW_FLAGS_SETTINGS_ENABLED'),
  },
  history: {
    videos: {
      max_age: duration(-1, 'PEERTUBE_HISTORY_VIDEOS_MAX_AGE'),
    },
  },
}
