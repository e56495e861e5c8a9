import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultSettings } from './load-settings.ts'

const refused: [values: Record<string, unknown>, message: RegExp][] = [
  [{ 'transcoding.hls.enabled': false, 'transcoding.web_videos.enabled': false }, /needs transcoding\.hls\.enabled or/],
  [{ 'video_studio.enabled': true, 'transcoding.enabled': false }, /studio needs transcoding/],
  [{ 'transcoding.concurrency': 0 }, /at least 1/],
  [{ 'thumbnails.sizes': [] }, /at least one size/],
  [{ 'thumbnails.generation_from_video.frames_to_analyze': 1 }, /at least 2/],
  [{ 'live.enabled': true, 'live.allow_replay': true, 'transcoding.enabled': false }, /replays need transcoding/],
  [{ 'live.enabled': true, 'live.rtmp.enabled': false }, /live needs live\.rtmp/],
  [{ 'live.enabled': true, 'live.rtmps.enabled': true }, /needs a key file[\s\S]*needs a certificate file/],
  [{ 'import.videos.http.enabled': true, 'import.videos.concurrency': 0 }, /at least 1 while imports are on/],
  [{ 'import.video_channel_synchronization.enabled': true }, /needs import\.videos\.http/],
  [{ 'redundancy.videos.strategies': [strategy('trending'), strategy('trending')] }, /may appear once/],
  [{ 'redundancy.videos.strategies': [{ ...strategy('trending'), min_lifetime: '9 hours' }] }, /at least 10 hours/],
  [{ 'redundancy.videos.strategies': [strategy('recently-added')] }, /needs min_views/],
  [{ 'redundancy.videos.strategies': [strategy('at-random')] }, /expected a list of/],
  [{ 'object_storage.enabled': true, 'object_storage.captions.bucket_name': '' }, /needs a bucket/],
  [{ 'object_storage.enabled': true, 'object_storage.captions.prefix': 'web-videos/' }, /may not share/],
  [{ 'search.search_index.enabled': true, 'search.remote_uri.users': false }, /needs search\.remote_uri/],
  [{ 'client.browse_videos.default_sort': '-hot', 'trending.videos.algorithms.enabled': [] }, /needs "hot"/],
  [{ 'client.browse_videos.default_sort': 'random' }, /expected one of/],
  [{ 'instance.default_nsfw_policy': 'maybe' }, /expected one of do_not_list/],
]

function strategy(name: string) {
  return { size: '1GB', min_lifetime: '10 hours', strategy: name }
}

for (const [values, message] of refused) {
  test(`refused: ${JSON.stringify(values)}`, () => {
    assert.throws(() => defaultSettings(values, { testMode: false }), { name: 'SettingsError', message })
  })
}
