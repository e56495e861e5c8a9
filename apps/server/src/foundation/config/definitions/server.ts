import { z } from 'zod'
import { bytes, choice, duration, flag, integer, optionalText, port, records, text, textList } from '../setting.ts'

export const serverDefinitions = {
  listen: {
    hostname: text('127.0.0.1', 'PEERTUBE_LISTEN_HOSTNAME', { test: '::' }),
    port: port(9000, 'PEERTUBE_LISTEN_PORT'),
  },
  webserver: {
    https: flag(false, 'PEERTUBE_WEBSERVER_HTTPS'),
    hostname: text('localhost', 'PEERTUBE_WEBSERVER_HOSTNAME', { test: '127.0.0.1' }),
    port: port(9000, 'PEERTUBE_WEBSERVER_PORT'),
  },
  secrets: {
    peertube: text('', 'PEERTUBE_SECRET', { test: 'my super secret', secret: true }),
  },
  http_timeouts: {
    request: duration('5 minutes', 'PEERTUBE_HTTP_TIMEOUTS_REQUEST'),
  },
  rates_limit: {
    api: {
      window: duration('10 seconds', 'PEERTUBE_RATES_LIMIT_API_WINDOW'),
      max: integer(50, 'PEERTUBE_RATES_LIMIT_API_MAX', { min: 0, test: 500 }),
    },
    login: {
      window: duration('5 minutes', 'PEERTUBE_RATES_LIMIT_LOGIN_WINDOW'),
      max: integer(15, 'PEERTUBE_RATES_LIMIT_LOGIN_MAX', { min: 0, test: 20 }),
    },
    signup: {
      window: duration('5 minutes', 'PEERTUBE_RATES_LIMIT_SIGNUP_WINDOW', { test: '10 minutes' }),
      max: integer(2, 'PEERTUBE_RATES_LIMIT_SIGNUP_MAX', { min: 0, test: 50 }),
    },
    ask_send_email: {
      window: duration('5 minutes', 'PEERTUBE_RATES_LIMIT_ASK_SEND_EMAIL_WINDOW'),
      max: integer(3, 'PEERTUBE_RATES_LIMIT_ASK_SEND_EMAIL_MAX', { min: 0 }),
    },
    receive_client_log: {
      window: duration('1 minute', 'PEERTUBE_RATES_LIMIT_RECEIVE_CLIENT_LOG_WINDOW'),
      max: integer(30, 'PEERTUBE_RATES_LIMIT_RECEIVE_CLIENT_LOG_MAX', { min: 0 }),
    },
    plugins: {
      window: duration('10 seconds', 'PEERTUBE_RATES_LIMIT_PLUGINS_WINDOW'),
      max: integer(500, 'PEERTUBE_RATES_LIMIT_PLUGINS_MAX', { min: 0 }),
    },
    well_known: {
      window: duration('10 seconds', 'PEERTUBE_RATES_LIMIT_WELL_KNOWN_WINDOW'),
      max: integer(200, 'PEERTUBE_RATES_LIMIT_WELL_KNOWN_MAX', { min: 0 }),
    },
    feeds: {
      window: duration('10 seconds', 'PEERTUBE_RATES_LIMIT_FEEDS_WINDOW'),
      max: integer(50, 'PEERTUBE_RATES_LIMIT_FEEDS_MAX', { min: 0 }),
    },
    activity_pub: {
      window: duration('10 seconds', 'PEERTUBE_RATES_LIMIT_ACTIVITY_PUB_WINDOW'),
      max: integer(500, 'PEERTUBE_RATES_LIMIT_ACTIVITY_PUB_MAX', { min: 0 }),
    },
    client: {
      window: duration('10 seconds', 'PEERTUBE_RATES_LIMIT_CLIENT_WINDOW'),
      max: integer(500, 'PEERTUBE_RATES_LIMIT_CLIENT_MAX', { min: 0 }),
    },
    download_generate_video: {
      window: duration('5 seconds', 'PEERTUBE_RATES_LIMIT_DOWNLOAD_GENERATE_VIDEO_WINDOW'),
      max: integer(5, 'PEERTUBE_RATES_LIMIT_DOWNLOAD_GENERATE_VIDEO_MAX', { min: 0 }),
    },
  },
  oauth2: {
    token_lifetime: {
      access_token: duration('1 day', 'PEERTUBE_OAUTH2_TOKEN_LIFETIME_ACCESS_TOKEN'),
      refresh_token: duration('4 weeks', 'PEERTUBE_OAUTH2_TOKEN_LIFETIME_REFRESH_TOKEN'),
    },
  },
  trust_proxy: textList(['loopback'], 'PEERTUBE_TRUST_PROXY'),
  database: {
    hostname: text('127.0.0.1', 'PEERTUBE_DB_HOSTNAME'),
    port: port(5432, 'PEERTUBE_DB_PORT'),
    ssl: flag(false, 'PEERTUBE_DB_SSL'),
    ssl_settings: {
      reject_unauthorized: flag(false, 'PEERTUBE_DATABASE_SSL_SETTINGS_REJECT_UNAUTHORIZED'),
      ca: optionalText(null, 'PEERTUBE_DATABASE_SSL_SETTINGS_CA', { envFormat: 'json' }),
      cert: optionalText(null, 'PEERTUBE_DATABASE_SSL_SETTINGS_CERT', { envFormat: 'json' }),
      key: optionalText(null, 'PEERTUBE_DATABASE_SSL_SETTINGS_KEY', { secret: true, envFormat: 'json' }),
    },
    suffix: text('_dev', 'PEERTUBE_DB_SUFFIX'),
    // Absent: `peertube` followed by the suffix.
    name: optionalText(null),
    username: text('peertube', 'PEERTUBE_DB_USERNAME'),
    password: text('peertube', 'PEERTUBE_DB_PASSWORD', { secret: true }),
    pool: {
      max: integer(5, 'PEERTUBE_DATABASE_POOL_MAX', { min: 1 }),
    },
  },
  redis: {
    hostname: text('127.0.0.1', 'PEERTUBE_REDIS_HOSTNAME'),
    port: port(6379, 'PEERTUBE_REDIS_PORT'),
    socket: optionalText(null, 'PEERTUBE_REDIS_SOCKET'),
    auth: optionalText(null, 'PEERTUBE_REDIS_AUTH', { secret: true }),
    db: integer(0, 'PEERTUBE_REDIS_DB', { min: 0 }),
    enable_tls: flag(false, 'PEERTUBE_REDIS_ENABLE_TLS'),
    tls_settings: {
      reject_unauthorized: flag(false, 'PEERTUBE_REDIS_TLS_SETTINGS_REJECT_UNAUTHORIZED'),
      ca: optionalText(null, 'PEERTUBE_REDIS_TLS_SETTINGS_CA', { envFormat: 'json' }),
      cert: optionalText(null, 'PEERTUBE_REDIS_TLS_SETTINGS_CERT', { envFormat: 'json' }),
      key: optionalText(null, 'PEERTUBE_REDIS_TLS_SETTINGS_KEY', { secret: true, envFormat: 'json' }),
    },
    sentinel: {
      enabled: flag(false, 'PEERTUBE_REDIS_SENTINEL_ENABLED'),
      enable_tls: flag(false, 'PEERTUBE_REDIS_SENTINEL_ENABLE_TLS'),
      tls_settings: {
        reject_unauthorized: flag(false, 'PEERTUBE_REDIS_SENTINEL_TLS_SETTINGS_REJECT_UNAUTHORIZED'),
        ca: optionalText(null, 'PEERTUBE_REDIS_SENTINEL_TLS_SETTINGS_CA', { envFormat: 'json' }),
        cert: optionalText(null, 'PEERTUBE_REDIS_SENTINEL_TLS_SETTINGS_CERT', { envFormat: 'json' }),
        key: optionalText(null, 'PEERTUBE_REDIS_SENTINEL_TLS_SETTINGS_KEY', { secret: true, envFormat: 'json' }),
      },
      master_name: text('', 'PEERTUBE_REDIS_SENTINEL_MASTER_NAME'),
      password: text('', 'PEERTUBE_REDIS_SENTINEL_PASSWORD', { secret: true }),
      sentinels: records(
        z.object({ host: z.string(), port: z.number() }),
        'a list of { host, port }',
        [{ host: '', port: 26379 }],
        'PEERTUBE_REDIS_SENTINEL_SENTINELS',
      ),
    },
  },
  smtp: {
    transport: choice(['smtp', 'sendmail'], 'smtp', 'PEERTUBE_SMTP_TRANSPORT'),
    sendmail: optionalText(null, 'PEERTUBE_SMTP_SENDMAIL', { envFormat: 'json' }),
    hostname: optionalText(null, 'PEERTUBE_SMTP_HOSTNAME'),
    port: port(465, 'PEERTUBE_SMTP_PORT', { test: 1025 }),
    username: optionalText(null, 'PEERTUBE_SMTP_USERNAME'),
    password: optionalText(null, 'PEERTUBE_SMTP_PASSWORD', { secret: true }),
    tls: flag(true, 'PEERTUBE_SMTP_TLS', { test: false }),
    disable_starttls: flag(false, 'PEERTUBE_SMTP_DISABLE_STARTTLS', { test: true }),
    ca_file: optionalText(null, 'PEERTUBE_SMTP_CA_FILE', { envFormat: 'json' }),
    from_address: text('admin@example.com', 'PEERTUBE_SMTP_FROM', { test: 'test-admin@127.0.0.1' }),
  },
  log: {
    level: choice(['error', 'warn', 'info', 'debug'], 'info', 'PEERTUBE_LOG_LEVEL', { test: 'debug' }),
    rotation: {
      enabled: flag(true, 'PEERTUBE_LOG_ROTATION_ENABLED'),
      max_file_size: bytes('12MB', 'PEERTUBE_LOG_ROTATION_MAX_FILE_SIZE', { test: '100MB' }),
      max_files: integer(20, 'PEERTUBE_LOG_ROTATION_MAX_FILES', { min: 1 }),
    },
    anonymize_ip: flag(false, 'PEERTUBE_LOG_ANONYMIZE_IP'),
    log_ping_requests: flag(true, 'PEERTUBE_LOG_PING_REQUESTS'),
    log_tracker_unknown_infohash: flag(true, 'PEERTUBE_LOG_LOG_TRACKER_UNKNOWN_INFOHASH'),
    log_http_requests: flag(true, 'PEERTUBE_LOG_LOG_HTTP_REQUESTS'),
    prettify_sql: flag(false, 'PEERTUBE_LOG_PRETTIFY_SQL'),
    accept_client_log: flag(true, 'PEERTUBE_LOG_ACCEPT_CLIENT_LOG'),
  },
  open_telemetry: {
    metrics: {
      enabled: flag(false, 'PEERTUBE_OPEN_TELEMETRY_METRICS_ENABLED'),
      playback_stats_interval: duration('15 seconds', 'PEERTUBE_OPEN_TELEMETRY_METRICS_PLAYBACK_STATS_INTERVAL'),
      http_request_duration: {
        enabled: flag(false, 'PEERTUBE_OPEN_TELEMETRY_METRICS_HTTP_REQUEST_DURATION_ENABLED'),
      },
      prometheus_exporter: {
        hostname: text('127.0.0.1', 'PEERTUBE_OPEN_TELEMETRY_METRICS_PROMETHEUS_EXPORTER_HOSTNAME'),
        port: port(9091, 'PEERTUBE_OPEN_TELEMETRY_METRICS_PROMETHEUS_EXPORTER_PORT', { test: 9092 }),
      },
    },
    tracing: {
      enabled: flag(false, 'PEERTUBE_OPEN_TELEMETRY_TRACING_ENABLED'),
      jaeger_exporter: {
        endpoint: text('', 'PEERTUBE_OPEN_TELEMETRY_TRACING_JAEGER_EXPORTER_ENDPOINT'),
      },
    },
  },
  csp: {
    enabled: flag(false, 'PEERTUBE_CSP_ENABLED'),
    report_only: flag(true, 'PEERTUBE_CSP_REPORT_ONLY'),
    report_uri: optionalText(null, 'PEERTUBE_CSP_REPORT_URI', { envFormat: 'json' }),
  },
  security: {
    frameguard: {
      enabled: flag(true, 'PEERTUBE_SECURITY_FRAMEGUARD_ENABLED'),
    },
    powered_by_header: {
      enabled: flag(true, 'PEERTUBE_SECURITY_POWERED_BY_HEADER_ENABLED'),
    },
  },
}
