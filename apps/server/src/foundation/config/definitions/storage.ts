import { bytes, flag, integer, text } from '../setting.ts'

export const storageDefinitions = {
  storage: {
    tmp: text('storage/tmp/', 'PEERTUBE_STORAGE_TMP'),
    tmp_persistent: text('storage/tmp-persistent/', 'PEERTUBE_STORAGE_TMP_PERSISTENT'),
    bin: text('storage/bin/', 'PEERTUBE_STORAGE_BIN'),
    avatars: text('storage/avatars/', 'PEERTUBE_STORAGE_AVATARS'),
    web_videos: text('storage/web-videos/', 'PEERTUBE_STORAGE_WEB_VIDEOS'),
    streaming_playlists: text('storage/streaming-playlists/', 'PEERTUBE_STORAGE_STREAMING_PLAYLISTS'),
    original_video_files: text('storage/original-video-files/', 'PEERTUBE_STORAGE_ORIGINAL_VIDEO_FILES'),
    redundancy: text('storage/redundancy/', 'PEERTUBE_STORAGE_REDUNDANCY'),
    logs: text('storage/logs/', 'PEERTUBE_STORAGE_LOGS'),
    previews: text('storage/previews/', 'PEERTUBE_STORAGE_PREVIEWS'),
    thumbnails: text('storage/thumbnails/', 'PEERTUBE_STORAGE_THUMBNAILS'),
    storyboards: text('storage/storyboards/', 'PEERTUBE_STORAGE_STORYBOARDS'),
    torrents: text('storage/torrents/', 'PEERTUBE_STORAGE_TORRENTS'),
    captions: text('storage/captions/', 'PEERTUBE_STORAGE_CAPTIONS'),
    cache: text('storage/cache/', 'PEERTUBE_STORAGE_CACHE'),
    plugins: text('storage/plugins/', 'PEERTUBE_STORAGE_PLUGINS'),
    well_known: text('storage/well-known/', 'PEERTUBE_STORAGE_WELL_KNOWN'),
    uploads: text('storage/uploads/', 'PEERTUBE_STORAGE_UPLOADS'),
    client_overrides: text('storage/client-overrides/', 'PEERTUBE_STORAGE_CLIENT_OVERRIDES'),
  },
  static_files: {
    private_files_require_auth: flag(true, 'PEERTUBE_STATIC_FILES_PRIVATE_FILES_REQUIRE_AUTH'),
  },
  object_storage: {
    enabled: flag(false, 'PEERTUBE_OBJECT_STORAGE_ENABLED'),
    endpoint: text('', 'PEERTUBE_OBJECT_STORAGE_ENDPOINT'),
    region: text('us-east-1', 'PEERTUBE_OBJECT_STORAGE_REGION'),
    force_path_style: flag(false, 'PEERTUBE_OBJECT_STORAGE_FORCE_PATH_STYLE'),
    upload_acl: {
      public: text('public-read', 'PEERTUBE_OBJECT_STORAGE_UPLOAD_ACL_PUBLIC'),
      private: text('private', 'PEERTUBE_OBJECT_STORAGE_UPLOAD_ACL_PRIVATE'),
    },
    proxy: {
      proxify_private_files: flag(true, 'PEERTUBE_OBJECT_STORAGE_PROXY_PROXIFY_PRIVATE_FILES'),
    },
    credentials: {
      access_key_id: text('', 'PEERTUBE_OBJECT_STORAGE_CREDENTIALS_ACCESS_KEY_ID', { secret: true }),
      secret_access_key: text('', 'PEERTUBE_OBJECT_STORAGE_CREDENTIALS_SECRET_ACCESS_KEY', { secret: true }),
    },
    max_upload_part: bytes('100MB', 'PEERTUBE_OBJECT_STORAGE_MAX_UPLOAD_PART'),
    max_request_attempts: integer(3, 'PEERTUBE_OBJECT_STORAGE_MAX_REQUEST_ATTEMPTS', { min: 1 }),
    streaming_playlists: {
      bucket_name: text('peertube', 'PEERTUBE_OBJECT_STORAGE_STREAMING_PLAYLISTS_BUCKET_NAME'),
      prefix: text('streaming-playlists/', 'PEERTUBE_OBJECT_STORAGE_STREAMING_PLAYLISTS_PREFIX'),
      base_url: text('', 'PEERTUBE_OBJECT_STORAGE_STREAMING_PLAYLISTS_BASE_URL'),
      store_live_streams: flag(false, 'PEERTUBE_OBJECT_STORAGE_STREAMING_PLAYLISTS_STORE_LIVE_STREAMS'),
    },
    web_videos: {
      bucket_name: text('peertube', 'PEERTUBE_OBJECT_STORAGE_WEB_VIDEOS_BUCKET_NAME'),
      prefix: text('web-videos/', 'PEERTUBE_OBJECT_STORAGE_WEB_VIDEOS_PREFIX'),
      base_url: text('', 'PEERTUBE_OBJECT_STORAGE_WEB_VIDEOS_BASE_URL'),
    },
    user_exports: {
      bucket_name: text('peertube', 'PEERTUBE_OBJECT_STORAGE_USER_EXPORTS_BUCKET_NAME'),
      prefix: text('user-exports/', 'PEERTUBE_OBJECT_STORAGE_USER_EXPORTS_PREFIX'),
      base_url: text('', 'PEERTUBE_OBJECT_STORAGE_USER_EXPORTS_BASE_URL'),
    },
    original_video_files: {
      bucket_name: text('peertube', 'PEERTUBE_OBJECT_STORAGE_ORIGINAL_VIDEO_FILES_BUCKET_NAME'),
      prefix: text('original-video-files/', 'PEERTUBE_OBJECT_STORAGE_ORIGINAL_VIDEO_FILES_PREFIX'),
      base_url: text('', 'PEERTUBE_OBJECT_STORAGE_ORIGINAL_VIDEO_FILES_BASE_URL'),
    },
    captions: {
      bucket_name: text('peertube', 'PEERTUBE_OBJECT_STORAGE_CAPTIONS_BUCKET_NAME'),
      prefix: text('captions/', 'PEERTUBE_OBJECT_STORAGE_CAPTIONS_PREFIX'),
      base_url: text('', 'PEERTUBE_OBJECT_STORAGE_CAPTIONS_BASE_URL'),
    },
  },
}
