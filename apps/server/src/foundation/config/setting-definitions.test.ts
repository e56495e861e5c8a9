import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultSettings } from './load-settings.ts'
import { settingsByKey } from './setting-definitions.ts'

test('every key PeerTube 8.2 knows is there, and two of ours', () => {
  const ours = ['database.name', 'import.videos.http.allow_private_addresses']
  assert.ok(ours.every((key) => settingsByKey.has(key)))
  assert.equal(settingsByKey.size, 379 + ours.length)
})

test('no two settings share a variable', () => {
  const names = [...settingsByKey.values()].flatMap(({ env }) => env ?? [])
  assert.equal(new Set(names).size, names.length)
})

test('defaults are valid in both modes and make the main job work', () => {
  const settings = defaultSettings({}, { testMode: false, root: '/srv/sepiola' })
  const { transcoding } = settings
  assert.deepEqual([transcoding.enabled, transcoding.hls.enabled, transcoding.web_videos.enabled], [true, true, false])
  const rungs = Object.entries(transcoding.resolutions).filter(([, on]) => on)
  assert.deepEqual(
    rungs.map(([name]) => name),
    ['240p', '360p', '480p', '720p', '1080p'],
  )
  assert.equal(settings.oauth2.token_lifetime.access_token, 86_400_000)
  assert.equal(settings.log.rotation.max_file_size, 12 * 1024 ** 2)
  assert.equal(settings.storage.web_videos, '/srv/sepiola/storage/web-videos')

  const inTests = defaultSettings()
  assert.equal(inTests.transcoding.web_videos.enabled, true)
  assert.equal(inTests.rates_limit.api.max, 500)
  assert.deepEqual(inTests.redundancy.videos.strategies[2], {
    size: 1000 * 1024 ** 2,
    min_lifetime: 600_000,
    strategy: 'recently-added',
    min_views: 1,
  })
})
