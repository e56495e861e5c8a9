import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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

test('it tells what is given besides what was changed', async (t) => {
  const { live } = startLive(t)
  await live.override({ signup: { limit: 5 } })
  assert.deepEqual(live.given().get('signup.limit'), { source: 'NODE_CONFIG', value: 3 })
  assert.equal(live.given().has('signup.enabled'), false)
})

test('reload takes over what another node stored', async (t) => {
  const { loaded, live } = startLive(t)
  await live.override({ signup: { limit: 5 } })
  writeFileSync(loaded.overrideFile, '{"signup":{"limit":8}}')
  await live.reload()
  assert.equal(live.current.signup.limit, 8)
})

/** What nodes of one database share. */
function memoryStore() {
  let stored: Record<string, unknown> | undefined
  return {
    read: async () => structuredClone(stored),
    write: async (values: Record<string, unknown>) => void (stored = values),
    adopt: async (values: Record<string, unknown>) => void (stored ??= values),
  }
}

test('nodes with folders of their own share what is stored; each keeps a copy in its file', async (t) => {
  const [first, second] = [startLive(t), startLive(t)]
  const store = memoryStore()
  await first.live.shareThrough(store, assert.fail)
  await second.live.shareThrough(store, assert.fail)
  await first.live.override({ signup: { limit: 5 } })
  await second.live.reload()
  assert.equal(second.live.current.signup.limit, 5)
  assert.deepEqual(JSON.parse(readFileSync(second.loaded.overrideFile, 'utf8')), { signup: { limit: 5 } })
  await second.live.clearOverride()
  await first.live.reload()
  assert.equal(first.live.current.signup.limit, 3)
  assert.equal(existsSync(first.loaded.overrideFile), false)
})

test('the file of a server without a store is adopted once; then what is stored counts', async (t) => {
  const [first, second] = [startLive(t), startLive(t)]
  await first.live.override({ signup: { limit: 5 } })
  await second.live.override({ signup: { limit: 6 } })
  const store = memoryStore()
  const warnings: string[] = []
  await first.live.shareThrough(store, assert.fail)
  await second.live.shareThrough(store, (message) => warnings.push(message))
  assert.deepEqual([first.live.current.signup.limit, second.live.current.signup.limit], [5, 5])
  assert.match(warnings.join(), /differs/)
})

test('what a file of changes says about other settings stays there and counts', async (t) => {
  const { loaded, live } = startLive(t)
  mkdirSync(dirname(loaded.overrideFile), { recursive: true })
  writeFileSync(loaded.overrideFile, '{"database":{"pool":{"max":9}},"signup":{"limit":8}}')
  const store = memoryStore()
  await live.shareThrough(store, assert.fail)
  assert.deepEqual(await store.read(), { signup: { limit: 8 } })
  await live.override({ signup: { limit: 5 } })
  assert.deepEqual([live.current.database.pool.max, live.current.signup.limit], [9, 5])
  const content = JSON.parse(readFileSync(loaded.overrideFile, 'utf8')) as unknown
  assert.deepEqual(content, { signup: { limit: 5 }, database: { pool: { max: 9 } } })
})

test('what is stored and not usable is named, with the way out', async (t) => {
  const { live } = startLive(t)
  const store = memoryStore()
  await store.write({ signup: { limit: 'many' } })
  await assert.rejects(live.shareThrough(store, assert.fail), /signup\.limit.*--reset-settings/)
})

test('memory settings change without files', async () => {
  const live = createMemorySettings({ 'signup.limit': 1 })
  await live.override({ signup: { limit: 2 } })
  assert.equal(live.current.signup.limit, 2)
  await live.clearOverride()
  assert.equal(live.current.signup.limit, 1)
})
