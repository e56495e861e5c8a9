import {
  choice,
  choiceList,
  duration,
  flag,
  integer,
  optionalBytes,
  optionalInteger,
  optionalIntegerList,
  optionalText,
  optionalTextList,
  text,
} from '../setting.ts'

export const instanceDefinitions = {
  instance: {
    // A server of ours does not call itself PeerTube; tools that test one expect those texts.
    name: text('Sepiola', 'PEERTUBE_INSTANCE_NAME', { test: 'PeerTube' }),
    short_description: text('Videos of our own, open to everybody.', 'PEERTUBE_INSTANCE_SHORT_DESCRIPTION', {
      test: 'PeerTube - Upload, share and discover amazing videos.',
    }),
    description: text('', 'PEERTUBE_INSTANCE_DESCRIPTION', { test: 'Welcome to PeerTube!' }),
    terms: text('No terms for now.', 'PEERTUBE_INSTANCE_TERMS'),
    code_of_conduct: text('', 'PEERTUBE_INSTANCE_CODE_OF_CONDUCT'),
    moderation_information: text('', 'PEERTUBE_INSTANCE_MODERATION_INFORMATION'),
    creation_reason: text('', 'PEERTUBE_INSTANCE_CREATION_REASON'),
    administrator: text('', 'PEERTUBE_INSTANCE_ADMINISTRATOR'),
    maintenance_lifetime: text('', 'PEERTUBE_INSTANCE_MAINTENANCE_LIFETIME'),
    business_model: text('', 'PEERTUBE_INSTANCE_BUSINESS_MODEL'),
    hardware_information: text('', 'PEERTUBE_INSTANCE_HARDWARE_INFORMATION'),
    default_language: text('en', 'PEERTUBE_INSTANCE_DEFAULT_LANGUAGE'),
    languages: optionalTextList(null, 'PEERTUBE_INSTANCE_LANGUAGES'),
    categories: optionalIntegerList(null, 'PEERTUBE_INSTANCE_CATEGORIES'),
    default_client_route: text('/videos/browse', 'PEERTUBE_INSTANCE_DEFAULT_CLIENT_ROUTE'),
    is_nsfw: flag(false, 'PEERTUBE_INSTANCE_IS_NSFW'),
    default_nsfw_policy: choice(
      ['do_not_list', 'warn', 'blur', 'display'],
      'do_not_list',
      'PEERTUBE_INSTANCE_DEFAULT_NSFW_POLICY',
      { test: 'display' },
    ),
    server_country: text('', 'PEERTUBE_INSTANCE_SERVER_COUNTRY'),
    support: {
      text: text('', 'PEERTUBE_INSTANCE_SUPPORT_TEXT'),
    },
    social: {
      external_link: text('', 'PEERTUBE_INSTANCE_SOCIAL_EXTERNAL_LINK'),
      mastodon_link: text('', 'PEERTUBE_INSTANCE_SOCIAL_MASTODON_LINK'),
      bluesky_link: text('', 'PEERTUBE_INSTANCE_SOCIAL_BLUESKY_LINK'),
      x_link: text('', 'PEERTUBE_INSTANCE_SOCIAL_X_LINK'),
    },
    customizations: {
      javascript: text('', 'PEERTUBE_INSTANCE_CUSTOMIZATIONS_JAVASCRIPT'),
      css: text('', 'PEERTUBE_INSTANCE_CUSTOMIZATIONS_CSS'),
    },
    robots: text('User-agent: *\nDisallow:\n', 'PEERTUBE_INSTANCE_ROBOTS'),
    securitytxt: text('', 'PEERTUBE_INSTANCE_SECURITYTXT', {
      test: 'Contact: https://github.com/Chocobozzz/PeerTube/blob/develop/SECURITY.md\nExpires: 2030-12-31T11:00:00.000Z\n',
    }),
  },
  services: {
    twitter: {
      username: text('@Chocobozzz', 'PEERTUBE_SERVICES_TWITTER_USERNAME'),
    },
  },
  theme: {
    default: text('default', 'PEERTUBE_THEME_DEFAULT'),
    customization: {
      primary_color: optionalText(null, 'PEERTUBE_THEME_CUSTOMIZATION_PRIMARY_COLOR', { envFormat: 'json' }),
      on_primary_color: optionalText(null, 'PEERTUBE_THEME_CUSTOMIZATION_ON_PRIMARY_COLOR', { envFormat: 'json' }),
      foreground_color: optionalText(null, 'PEERTUBE_THEME_CUSTOMIZATION_FOREGROUND_COLOR', { envFormat: 'json' }),
      background_color: optionalText(null, 'PEERTUBE_THEME_CUSTOMIZATION_BACKGROUND_COLOR', { envFormat: 'json' }),
      background_secondary_color: optionalText(null, 'PEERTUBE_THEME_CUSTOMIZATION_BACKGROUND_SECONDARY_COLOR', {
        envFormat: 'json',
      }),
      menu_foreground_color: optionalText(null, 'PEERTUBE_THEME_CUSTOMIZATION_MENU_FOREGROUND_COLOR', {
        envFormat: 'json',
      }),
      menu_background_color: optionalText(null, 'PEERTUBE_THEME_CUSTOMIZATION_MENU_BACKGROUND_COLOR', {
        envFormat: 'json',
      }),
      menu_border_radius: optionalText(null, 'PEERTUBE_THEME_CUSTOMIZATION_MENU_BORDER_RADIUS', { envFormat: 'json' }),
      header_background_color: optionalText(null, 'PEERTUBE_THEME_CUSTOMIZATION_HEADER_BACKGROUND_COLOR', {
        envFormat: 'json',
      }),
      header_foreground_color: optionalText(null, 'PEERTUBE_THEME_CUSTOMIZATION_HEADER_FOREGROUND_COLOR', {
        envFormat: 'json',
      }),
      input_border_radius: optionalText(null, 'PEERTUBE_THEME_CUSTOMIZATION_INPUT_BORDER_RADIUS', {
        envFormat: 'json',
      }),
    },
  },
  broadcast_message: {
    enabled: flag(false, 'PEERTUBE_BROADCAST_MESSAGE_ENABLED'),
    message: text('', 'PEERTUBE_BROADCAST_MESSAGE_MESSAGE'),
    level: choice(['info', 'warning', 'error'], 'info', 'PEERTUBE_BROADCAST_MESSAGE_LEVEL'),
    dismissable: flag(false, 'PEERTUBE_BROADCAST_MESSAGE_DISMISSABLE'),
  },
  client: {
    new_features_info: flag(true, 'PEERTUBE_CLIENT_NEW_FEATURES_INFO'),
    header: {
      hide_instance_name: flag(false, 'PEERTUBE_CLIENT_HEADER_HIDE_INSTANCE_NAME'),
    },
    videos: {
      miniature: {
        prefer_author_display_name: flag(false, 'PEERTUBE_CLIENT_VIDEOS_MINIATURE_PREFER_AUTHOR_DISPLAY_NAME'),
      },
      resumable_upload: {
        max_chunk_size: optionalBytes(null, 'PEERTUBE_CLIENT_VIDEOS_RESUMABLE_UPLOAD_MAX_CHUNK_SIZE'),
      },
    },
    browse_videos: {
      default_sort: choice(
        ['-publishedAt', '-originallyPublishedAt', 'name', '-trending', '-hot', '-likes', '-views'],
        '-publishedAt',
        'PEERTUBE_CLIENT_BROWSE_VIDEOS_DEFAULT_SORT',
      ),
      default_scope: choice(['local', 'federated'], 'federated', 'PEERTUBE_CLIENT_BROWSE_VIDEOS_DEFAULT_SCOPE'),
    },
    menu: {
      login: {
        redirect_on_single_external_auth: flag(false, 'PEERTUBE_CLIENT_MENU_LOGIN_REDIRECT_ON_SINGLE_EXTERNAL_AUTH'),
      },
    },
    open_in_app: {
      android: {
        intent: {
          enabled: flag(true, 'PEERTUBE_CLIENT_OPEN_IN_APP_ANDROID_INTENT_ENABLED'),
          host: text('joinpeertube.org', 'PEERTUBE_CLIENT_OPEN_IN_APP_ANDROID_INTENT_HOST'),
          scheme: text('peertube', 'PEERTUBE_CLIENT_OPEN_IN_APP_ANDROID_INTENT_SCHEME'),
          fallback_url: text(
            'https://play.google.com/store/apps/details?id=org.framasoft.peertube',
            'PEERTUBE_CLIENT_OPEN_IN_APP_ANDROID_INTENT_FALLBACK_URL',
          ),
        },
      },
      ios: {
        enabled: flag(true, 'PEERTUBE_CLIENT_OPEN_IN_APP_IOS_ENABLED'),
        host: text('joinpeertube.org', 'PEERTUBE_CLIENT_OPEN_IN_APP_IOS_HOST'),
        scheme: text('peertube', 'PEERTUBE_CLIENT_OPEN_IN_APP_IOS_SCHEME'),
        fallback_url: text(
          'https://apps.apple.com/fr/app/peertube/id6737834858',
          'PEERTUBE_CLIENT_OPEN_IN_APP_IOS_FALLBACK_URL',
        ),
      },
    },
  },
  defaults: {
    publish: {
      download_enabled: flag(true, 'PEERTUBE_DEFAULTS_PUBLISH_DOWNLOAD_ENABLED'),
      comments_policy: integer(1, 'PEERTUBE_DEFAULTS_PUBLISH_COMMENTS_POLICY', { min: 1, max: 3 }),
      privacy: integer(1, 'PEERTUBE_DEFAULTS_PUBLISH_PRIVACY', { min: 1, max: 5 }),
      licence: optionalInteger(null, 'PEERTUBE_DEFAULTS_PUBLISH_LICENCE'),
    },
    live: {
      save_replay: flag(false, 'PEERTUBE_DEFAULTS_LIVE_SAVE_REPLAY'),
    },
    p2p: {
      webapp: {
        enabled: flag(false, 'PEERTUBE_DEFAULTS_P2P_WEBAPP_ENABLED'),
      },
      embed: {
        enabled: flag(false, 'PEERTUBE_DEFAULTS_P2P_EMBED_ENABLED'),
      },
    },
    player: {
      theme: choice(['galaxy', 'lucide'], 'lucide', 'PEERTUBE_DEFAULTS_PLAYER_THEME'),
      auto_play: flag(true, 'PEERTUBE_DEFAULTS_PLAYER_AUTO_PLAY'),
    },
  },
  trending: {
    videos: {
      interval_days: integer(7, 'PEERTUBE_TRENDING_VIDEOS_INTERVAL_DAYS', { min: 1 }),
      algorithms: {
        enabled: choiceList(
          ['hot', 'most-viewed', 'most-liked', 'best'],
          ['hot', 'most-viewed', 'most-liked'],
          'PEERTUBE_TRENDING_VIDEOS_ALGORITHMS_ENABLED',
        ),
        default: choice(
          ['hot', 'most-viewed', 'most-liked', 'best'],
          'hot',
          'PEERTUBE_TRENDING_VIDEOS_ALGORITHMS_DEFAULT',
        ),
      },
    },
  },
  views: {
    videos: {
      remote: {
        max_age: duration('30 days', 'PEERTUBE_VIEWS_VIDEOS_REMOTE_MAX_AGE', { test: -1 }),
      },
      local: {
        max_age: duration(-1, 'PEERTUBE_VIEWS_VIDEOS_LOCAL_MAX_AGE'),
      },
      local_buffer_update_interval: duration('30 minutes', 'PEERTUBE_VIEWS_VIDEOS_LOCAL_BUFFER_UPDATE_INTERVAL', {
        test: '5 seconds',
      }),
      view_expiration: duration('1 hour', 'PEERTUBE_VIEWS_VIDEOS_VIEW_EXPIRATION', { test: '1 second' }),
      count_view_after: duration('10 seconds', 'PEERTUBE_VIEWS_VIDEOS_COUNT_VIEW_AFTER'),
      trust_viewer_session_id: flag(true, 'PEERTUBE_VIEWS_VIDEOS_TRUST_VIEWER_SESSION_ID'),
      watching_interval: {
        anonymous: duration('5 seconds', 'PEERTUBE_VIEWS_VIDEOS_WATCHING_INTERVAL_ANONYMOUS'),
        users: duration('5 seconds', 'PEERTUBE_VIEWS_VIDEOS_WATCHING_INTERVAL_USERS'),
      },
    },
  },
  feeds: {
    videos: {
      count: integer(20, 'PEERTUBE_FEEDS_VIDEOS_COUNT', { min: 0 }),
    },
    comments: {
      count: integer(20, 'PEERTUBE_FEEDS_COMMENTS_COUNT', { min: 0 }),
    },
  },
  stats: {
    registration_requests: {
      enabled: flag(true, 'PEERTUBE_STATS_REGISTRATION_REQUESTS_ENABLED'),
    },
    abuses: {
      enabled: flag(true, 'PEERTUBE_STATS_ABUSES_ENABLED'),
    },
    total_moderators: {
      enabled: flag(true, 'PEERTUBE_STATS_TOTAL_MODERATORS_ENABLED'),
    },
    total_admins: {
      enabled: flag(true, 'PEERTUBE_STATS_TOTAL_ADMINS_ENABLED'),
    },
  },
  webadmin: {
    configuration: {
      edition: {
        allowed: flag(true, 'PEERTUBE_WEBADMIN_CONFIGURATION_EDITION_ALLOWED'),
      },
    },
  },
}
