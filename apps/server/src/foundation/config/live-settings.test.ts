import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { locateDataFolder } from './data-folder.ts'
import { createLiveSettings, createMemorySettings } from './live-settings.ts'
import { loadSettings } from './load-settings.ts'

function startLive(t: TestContext) {
  const root = mkdtempSync(join(tmpdir(), 'sepiola-live-'))
  t.after(() => rmSync(root, { recursive: true }))
  const env = { SEPIOLA_DATA: root, NODE_ENV: 'test', NODE_CONFIG: '{"signup":{"limit":3}}' }
  const input = { folder: locateDataFolder(env), env }
  const loaded = loadSettings(input)
  return { input, loaded, live: createLiveSettings(input, loaded) }
}

test('a change applies at once, is told and survives a restart', async (t) => {
  const { input, loaded, live } = startLive(t)
  const seen: [number, number][] = []
  const end = live.onChange((current, previous) => seen.push([previous.signup.limit, current.signup.limit]))
  await live.override({ signup: { limit: 5 }, user: { video_quota: '1GB' } })
  assert.equal(live.current.signup.limit, 5)
  assert.deepEqual(seen, [[3, 5]])
  assert.equal(loadSettings(input).settings.user.video_quota, 1024 ** 3)
  assert.equal(statSync(loaded.overrideFile).mode & 0o777, 0o600)

  end()
  await live.clearOverride()
  assert.equal(live.current.signup.limit, 3)
  assert.equal(existsSync(loaded.overrideFile), false)
  assert.equal(seen.length, 1)
})

test('a wrong change is refused and changes nothing', async (t) => {
  const { loaded, live } = startLive(t)
  await live.override({ signup: { limit: 5 } })
  await assert.rejects(live.override({ signup: { limit: 'many' } }), { name: 'SettingsError' })
  await assert.rejects(live.override({ video_studio: { enabled: true }, transcoding: { enabled: false } }), /studio/)
  assert.equal(live.current.signup.limit, 5)
  assert.deepEqual(JSON.parse(readFileSync(loaded.overrideFile, 'utf8')), { signup: { limit: 5 } })
})

test('reload takes over what another node stored', async (t) => {
  const { loaded, live } = startLive(t)
  await live.override({ signup: { limit: 5 } })
  writeFileSync(loaded.overrideFile, '{"signup":{"limit":8}}')
  await live.reload()
  assert.equal(live.current.signup.limit, 8)
})

test('memory settings change without files', async () => {
  const live = createMemorySettings({ 'signup.limit': 1 })
  await live.override({ signup: { limit: 2 } })
  assert.equal(live.current.signup.limit, 2)
  await live.clearOverride()
  assert.equal(live.current.signup.limit, 1)
})
