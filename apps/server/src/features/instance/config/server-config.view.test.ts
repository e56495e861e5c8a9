import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { toSettingName } from '#foundation/config/editable-settings.ts'
import { defaultSettings } from '#foundation/config/load-settings.ts'
import { readSetting, settingsByKey } from '#foundation/config/setting-definitions.ts'
import { SettingsError } from '#foundation/config/settings-error.ts'
import type { Settings } from '#foundation/config/settings.ts'
import { buildOrigin } from '#foundation/origin.ts'
import { aboutView } from './about.view.ts'
import type { ConfigInput } from './config-input.ts'
import { serverConfigView } from './server-config.view.ts'

const base: Omit<ConfigInput, 'settings'> = {
  origin: buildOrigin({ https: true, hostname: 'video.example', port: 443 }),
  testMode: true,
  facts: { avatars: [], banners: [], uploadImages: [], hasHomepage: false, userCount: 1 },
  signupAllowed: true,
  signupAllowedForCurrentIP: true,
  emailEnabled: false,
  serverVersion: '8.2.1',
  serverCommit: undefined,
}

function* leaves(value: unknown, path: string[] = []): Generator<string[]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) yield path
  else for (const [name, member] of Object.entries(value)) yield* leaves(member, [...path, name])
}

/** Other values that the setting takes, whatever it is. */
const candidates = (value: unknown): unknown[] => [
  ...(typeof value === 'boolean' ? [!value] : []),
  ...(typeof value === 'number' ? [value + 1, value + 100_000, 2] : []),
  ...(typeof value === 'string' ? [`${value}x`] : []),
  ...[
    'blur',
    'error',
    'galaxy',
    'most-viewed',
    '-views',
    'local',
    'peertube-core-dark-brown',
    'https://x.example',
    'fr',
  ],
  ...[[], ['fr'], [1], ['hot'], ['stun:x.example'], true, false, 7],
]

/** Settings with another value at one key. */
function* alterations(key: string, before: unknown): Generator<Settings> {
  for (const value of candidates(before)) {
    if (JSON.stringify(value) === JSON.stringify(before)) continue
    try {
      yield defaultSettings(withCompanions(key, value))
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error
    }
  }
}

/** What must change with it, so that the settings do not contradict each other. */
function withCompanions(key: string, value: unknown): Record<string, unknown>[] {
  const companions: Record<string, unknown> = {
    'transcoding.enabled': { 'video_studio.enabled': false, 'live.allow_replay': false },
    'search.search_index.enabled': { 'search.remote_uri.users': true },
    'live.transcoding.remote_runners.enabled': { 'live.transcoding.enabled': true },
    'video_transcription.remote_runners.enabled': { 'video_transcription.enabled': true },
  }
  return [{ ...(companions[key] as object | undefined) }, { [key]: value }]
}

const settings = defaultSettings()

for (const [name, view] of [
  ['config', (changed: Settings) => serverConfigView({ ...base, settings: changed })],
  ['about', (changed: Settings) => aboutView({ ...base, settings: changed })],
] as const) {
  describe(`every member of ${name} that is called as a setting follows it`, () => {
    const before = view(settings)
    const named = [...leaves(before)].flatMap((path) => {
      const key = path.map(toSettingName).join('.')
      return settingsByKey.has(key) ? [{ path: path.join('.'), key }] : []
    })
    test('and they are most of it', () => assert.ok(named.length > (name === 'config' ? 100 : 10), `${named.length}`))
    for (const { path, key } of named) {
      test(path, () => {
        const told = JSON.stringify(readSetting(before, path))
        const differs = (changed: Settings) => JSON.stringify(readSetting(view(changed), path)) !== told
        assert.ok(alterations(key, readSetting(settings, key)).some(differs), `always ${told}`)
      })
    }
  })
}
