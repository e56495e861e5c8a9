import { isDeepStrictEqual } from 'node:util'
import pLimit from 'p-limit'
import { defaultSettings, loadSettings, type LoadedSettings, type SettingsInput } from './load-settings.ts'
import { readOverrideFile, writeOverrideFile } from './override-file.ts'
import type { OverrideStore } from './override-store.ts'
import { readSetting } from './setting-definitions.ts'
import type { Settings } from './settings.ts'

type SettingsListener = (current: Settings, previous: Settings) => void

export interface GivenSetting {
  /** A path or the name of a variable. */
  source: string
  /** As read. */
  value: unknown
}

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
  /** Reads files and what is stored again, for example after another node stored a change. */
  reload(): Promise<void>
  /** What files and environment give, by dotted name, and from where: what `clearOverride` goes back to. */
  given(): ReadonlyMap<string, GivenSetting>
}

/** Settings of a server process. */
export interface StoredSettings extends LiveSettings {
  /**
   * From now on run-time changes are those of this store, for all its nodes; what the override file has is adopted when
   * the store never had anything. The file stays as a copy. Throws a `SettingsError` when what is stored is not usable.
   */
  shareThrough(store: OverrideStore, warn: (message: string) => void): Promise<void>
}

export function createLiveSettings(input: SettingsInput, loaded: LoadedSettings): StoredSettings {
  const { overrideFile } = loaded
  const live = holdSettings(loaded.settings)
  const inTurn = pLimit(1)
  let store: OverrideStore | undefined
  let warn = (_message: string) => {}

  const copyToFile = (values: Record<string, unknown>) => {
    try {
      writeOverrideFile(overrideFile, values)
    } catch (error) {
      if (!store) throw error
      warn(`The copy of the changed settings could not be written: ${(error as Error).message}`)
    }
  }
  /** What is stored counts, not what was just written: another node may have been faster. */
  const readStored = async () => {
    const values = await store?.read()
    live.replace(loadSettings(input, values).settings)
    if (values) copyToFile(values)
  }
  const save = async (values: Record<string, unknown>) => {
    loadSettings(input, values)
    if (store) await store.write(values)
    else copyToFile(values)
    await inTurn(readStored)
  }
  return {
    get current() {
      return live.current
    },
    onChange: live.onChange,
    override: save,
    clearOverride: () => save({}),
    reload: () => inTurn(readStored),
    given() {
      const { settings, sources } = loadSettings(input, {})
      return new Map([...sources].map(([key, source]) => [key, { source, value: readSetting(settings, key) }]))
    },
    async shareThrough(shared, onWarning) {
      const { editable } = readOverrideFile(overrideFile)
      const hasFile = Object.keys(editable).length > 0
      if (hasFile) await shared.adopt(editable)
      const stored = await shared.read()
      live.replace(loadSettings(input, stored).settings)
      store = shared
      warn = onWarning
      if (hasFile && !isDeepStrictEqual(editable, stored)) {
        warn(`${overrideFile} differs from the settings that are stored in the database, which count`)
      }
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
    given: () => new Map(),
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
      if (isDeepStrictEqual(next, current)) return
      const previous = current
      current = next
      for (const listener of listeners) listener(next, previous)
    },
  }
}
