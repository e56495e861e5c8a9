import { existsSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import { closest } from 'fastest-levenshtein'
import { checkSettings } from './check-settings.ts'
import { createDataFolder, type DataFolder } from './data-folder.ts'
import { mergeLayers, type GivenValue } from './merge-layers.ts'
import { otherSettings } from './override-file.ts'
import { locateOverrideFile, readConfigFile, readConfigFolder, type SettingLayer } from './read-config-files.ts'
import { readEnvironment, variableNames } from './read-environment.ts'
import { ensureSecret } from './secrets.ts'
import { placeSetting, settingsByKey } from './setting-definitions.ts'
import type { Setting } from './setting.ts'
import { SettingsError, type SettingProblem } from './settings-error.ts'
import type { Settings } from './settings.ts'

export interface SettingsInput {
  folder: DataFolder
  env: NodeJS.ProcessEnv
  /** `--config FILE`. */
  configFile?: string | undefined
}

export interface LoadedSettings {
  settings: Settings
  /** Sentences for the log: unknown keys, with the nearest known one. */
  warnings: string[]
  /** Where each value that is not a default comes from, by dotted key: a path or the name of a variable. */
  sources: ReadonlyMap<string, string>
  /** Some `database.*` was given: that PostgreSQL is used instead of the embedded one. */
  externalDatabase: boolean
  /** `local-production.json` or its like: a copy of what administrators change at run time. */
  overrideFile: string
}

/** Names what is stored in the database, and the way out when it prevents the start. */
const storedSource = 'changed while the server ran; `npm start -- --reset-settings` forgets such changes'

/**
 * Reads all places of spec 02 §7, weakest first: defaults, files of the data folder's `config/`, folders of
 * `NODE_CONFIG_DIR`, `--config`, `NODE_CONFIG`, other variables, run-time changes.
 * Throws a `SettingsError` that lists everything wrong. `overrides`: what was changed at run time, instead of the copy
 * in its file.
 */
export function loadSettings(input: SettingsInput, overrides?: unknown): LoadedSettings {
  const { folder, env, configFile } = input
  const overrideFile = locateOverrideFile(folder.config, env)
  const folders = [folder.config, ...(env.NODE_CONFIG_DIR?.split(':').filter(Boolean) ?? [])]
  const environment = readEnvironment(env)
  const layers: SettingLayer[] = [
    ...folders.flatMap((path) => readConfigFolder(path, env, overrideFile)),
    ...(configFile ? [readConfigFile(configFile)] : []),
    ...environment.layers,
  ]
  if (overrides !== undefined) {
    layers.push(...otherSettings(overrideFile), { source: storedSource, values: overrides })
  } else if (existsSync(overrideFile)) {
    layers.push(readConfigFile(overrideFile))
  }

  const { given, problems, warnings } = mergeLayers(layers)
  for (const name of environment.unknown) {
    warnings.push(`unknown variable ${name} is ignored: did you mean ${closest(name, variableNames)}?`)
  }
  const testMode = env.NODE_ENV === 'test'
  const settings = resolveSettings(given, { testMode, root: folder.root, problems })
  if (!settings.secrets.peertube) {
    createDataFolder(folder)
    settings.secrets.peertube = ensureSecret(folder.secretsFile, 'peertube')
  }
  return {
    settings,
    warnings,
    sources: new Map([...given].map(([key, { source }]) => [key, source])),
    externalDatabase: [...given.keys()].some((key) => key.startsWith('database.')),
    overrideFile,
  }
}

/** Defaults with some values replaced (nested or dotted, later ones win), without any file: for tests and tools. */
export function defaultSettings(
  values: Record<string, unknown> | Record<string, unknown>[] = {},
  options: { testMode?: boolean; root?: string } = {},
): Settings {
  const { testMode = true, root = '/nonexistent' } = options
  const { given, problems, warnings } = mergeLayers([values].flat().map((part) => ({ source: 'given', values: part })))
  if (warnings.length > 0) throw new Error(warnings.join('\n'))
  return resolveSettings(given, { testMode, root, problems })
}

function resolveSettings(
  given: ReadonlyMap<string, GivenValue>,
  options: { testMode: boolean; root: string; problems: SettingProblem[] },
): Settings {
  const problems = [...options.problems]
  const settings: Record<string, unknown> = {}
  for (const [key, setting] of settingsByKey) {
    const known = given.get(key) ?? { value: defaultOf(setting, options.testMode), source: 'default' }
    const read = setting.schema.safeParse(known.value)
    if (!read.success) {
      const value = setting.secret ? undefined : known.value
      problems.push({ key, value, source: known.source, message: `expected ${setting.expected}` })
      continue
    }
    placeSetting(settings, key, key.startsWith('storage.') ? below(options.root, read.data as string) : read.data)
  }
  if (problems.length > 0) throw new SettingsError(problems)
  const complete = settings as unknown as Settings
  const contradictions = checkSettings(complete, options).map((problem) => ({
    source: given.get(problem.key!)?.source ?? 'default',
    ...problem,
  }))
  if (contradictions.length > 0) throw new SettingsError(contradictions)
  return complete
}

function defaultOf(setting: Setting<unknown>, testMode: boolean): unknown {
  return testMode && setting.testDefault !== undefined ? setting.testDefault : setting.default
}

function below(root: string, path: string): string {
  return isAbsolute(path) ? resolve(path) : resolve(root, path)
}
