import type { SettingProblem } from './settings-error.ts'
import type { Settings } from './settings.ts'

type Rule = [wrong: boolean, key: string, message: string]

const tenHours = 10 * 3_600_000

const algorithmOfSort: Partial<Record<string, 'most-viewed' | 'hot' | 'most-liked'>> = {
  '-trending': 'most-viewed',
  '-hot': 'hot',
  '-likes': 'most-liked',
}

/** What single values cannot show: settings that contradict each other (spec 02 §7, "refuses to start"). */
export function checkSettings(settings: Settings, options: { testMode: boolean }): SettingProblem[] {
  const rules = [
    ...checkMedia(settings),
    ...checkLive(settings),
    ...checkImports(settings),
    ...checkRedundancy(settings, options.testMode),
    ...checkObjectStorage(settings),
    ...checkClient(settings),
  ]
  return rules.filter(([wrong]) => wrong).map(([, key, message]) => ({ key, message }))
}

function checkMedia({ transcoding, thumbnails, video_studio }: Settings): Rule[] {
  return [
    [
      transcoding.enabled && !transcoding.web_videos.enabled && !transcoding.hls.enabled,
      'transcoding.enabled',
      'transcoding needs transcoding.hls.enabled or transcoding.web_videos.enabled',
    ],
    [video_studio.enabled && !transcoding.enabled, 'video_studio.enabled', 'the studio needs transcoding.enabled'],
    [thumbnails.sizes.length === 0, 'thumbnails.sizes', 'expected at least one size'],
  ]
}

function checkLive({ live, transcoding }: Settings): Rule[] {
  if (!live.enabled) return []
  return [
    [live.allow_replay && !transcoding.enabled, 'live.allow_replay', 'replays need transcoding.enabled'],
    [!live.rtmp.enabled && !live.rtmps.enabled, 'live.enabled', 'live needs live.rtmp.enabled or live.rtmps.enabled'],
    [live.rtmps.enabled && !live.rtmps.key_file, 'live.rtmps.key_file', 'RTMPS needs a key file'],
    [live.rtmps.enabled && !live.rtmps.cert_file, 'live.rtmps.cert_file', 'RTMPS needs a certificate file'],
  ]
}

function checkImports({ import: imports }: Settings): Rule[] {
  const { http, torrent, concurrency } = imports.videos
  return [
    [
      (http.enabled || torrent.enabled) && concurrency < 1,
      'import.videos.concurrency',
      'expected at least 1 while imports are on',
    ],
    [
      imports.video_channel_synchronization.enabled && !http.enabled,
      'import.video_channel_synchronization.enabled',
      'channel synchronization needs import.videos.http.enabled',
    ],
  ]
}

function checkRedundancy({ redundancy }: Settings, testMode: boolean): Rule[] {
  const { strategies } = redundancy.videos
  const names = strategies.map(({ strategy }) => strategy)
  const key = 'redundancy.videos.strategies'
  return [
    [new Set(names).size !== names.length, key, 'each strategy may appear once'],
    [
      strategies.some(({ strategy, min_views }) => strategy === 'recently-added' && min_views === undefined),
      key,
      'recently-added needs min_views',
    ],
    [
      !testMode && strategies.some(({ min_lifetime }) => min_lifetime < tenHours),
      key,
      'min_lifetime must be at least 10 hours',
    ],
  ]
}

function checkObjectStorage({ object_storage }: Settings): Rule[] {
  if (!object_storage.enabled) return []
  const families = ['streaming_playlists', 'web_videos', 'user_exports', 'original_video_files', 'captions'] as const
  const places = families.map((family) => `${object_storage[family].bucket_name}/${object_storage[family].prefix}`)
  return families.flatMap((family, index): Rule[] => [
    [!object_storage[family].bucket_name, `object_storage.${family}.bucket_name`, 'object storage needs a bucket'],
    [
      places.indexOf(places[index]!) !== index,
      `object_storage.${family}.prefix`,
      'two kinds of files may not share bucket and prefix',
    ],
  ])
}

function checkClient({ client, search, trending }: Settings): Rule[] {
  const algorithm = algorithmOfSort[client.browse_videos.default_sort]
  return [
    [
      search.search_index.enabled && !search.remote_uri.users,
      'search.search_index.enabled',
      'the search index needs search.remote_uri.users',
    ],
    [
      algorithm !== undefined && !trending.videos.algorithms.enabled.includes(algorithm),
      'client.browse_videos.default_sort',
      `this sort needs "${algorithm}" in trending.videos.algorithms.enabled`,
    ],
  ]
}
