import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { defaultSettings, loadSettings, type LoadedSettings, type SettingsInput } from './load-settings.ts'
import type { Settings } from './settings.ts'
import { writeFileAtomically } from './write-file-atomically.ts'

type SettingsListener = (current: Settings, previous: Settings) => void

/** Settings that an administrator can change while the server runs. */
export interface LiveSettings {
  /** Read it at the moment of use: it is another object after a change. */
  readonly current: Settings
  /** Called after each change; returns the function that ends it. */
  onChange(listener: SettingsListener): () => void
  /**
   * Replaces everything changed at run time by these values (nested snake_case, any unit), stores them and applies
   * them (spec 02 §6.2). Throws a `SettingsError` and changes nothing when one is wrong.
   */
  override(values: Record<string, unknown>): Promise<void>
  /** Back to what files and environment say. */
  clearOverride(): Promise<void>
  /** Reads files again, for example after another node stored a change. */
  reload(): Promise<void>
}

export function createLiveSettings(input: SettingsInput, loaded: LoadedSettings): LiveSettings {
  const live = holdSettings(loaded.settings)
  return {
    get current() {
      return live.current
    },
    onChange: live.onChange,
    async override(values) {
      const { settings } = loadSettings(input, values)
      mkdirSync(dirname(loaded.overrideFile), { recursive: true, mode: 0o700 })
      writeFileAtomically(loaded.overrideFile, `${JSON.stringify(values, null, 2)}\n`, 0o600)
      live.replace(settings)
    },
    async clearOverride() {
      const { settings } = loadSettings(input, {})
      rmSync(loaded.overrideFile, { force: true })
      live.replace(settings)
    },
    async reload() {
      live.replace(loadSettings(input).settings)
    },
  }
}

/** Defaults with some values replaced, without files, for tests and tools: an override lasts as long as the process. */
export function createMemorySettings(values: Record<string, unknown> = {}): LiveSettings {
  let overrides: Record<string, unknown> = {}
  const build = (changed: Record<string, unknown>) => defaultSettings([values, changed])
  const live = holdSettings(build(overrides))
  const apply = async (changed: Record<string, unknown>) => {
    live.replace(build(changed))
    overrides = changed
  }
  return {
    get current() {
      return live.current
    },
    onChange: live.onChange,
    override: apply,
    clearOverride: () => apply({}),
    reload: () => apply(overrides),
  }
}

function holdSettings(initial: Settings) {
  let current = initial
  const listeners = new Set<SettingsListener>()
  return {
    get current() {
      return current
    },
    onChange(listener: SettingsListener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    replace(next: Settings) {
      const previous = current
      current = next
      for (const listener of listeners) listener(next, previous)
    },
  }
}
