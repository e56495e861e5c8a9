import { closest } from 'fastest-levenshtein'
import { renamedSettings } from './known-renames.ts'
import type { SettingLayer } from './read-config-files.ts'
import { settingsByKey } from './setting-definitions.ts'
import type { SettingProblem } from './settings-error.ts'

export interface GivenValue {
  value: unknown
  source: string
}

export interface MergedLayers {
  given: Map<string, GivenValue>
  problems: SettingProblem[]
  /** Sentences about keys that no setting has. */
  warnings: string[]
}

const groups = new Set([...settingsByKey.keys()].flatMap(listPrefixes))
const knownKeys = [...settingsByKey.keys(), ...groups]

/** Later layers win, leaf by leaf; a list replaces a list as a whole. */
export function mergeLayers(layers: readonly SettingLayer[]): MergedLayers {
  const merged: MergedLayers = { given: new Map(), problems: [], warnings: [] }
  for (const layer of layers) collect(merged, layer.source, '', layer.values)
  return merged
}

function collect(merged: MergedLayers, source: string, path: string, value: unknown): void {
  if (settingsByKey.has(path)) {
    // Re-inserted, so that the order tells which layer spoke last.
    merged.given.delete(path)
    merged.given.set(path, { value, source })
    return
  }
  if (path !== '' && !groups.has(path)) {
    merged.warnings.push(`unknown setting ${path} (${source}) is ignored: ${suggestSetting(path)}`)
    return
  }
  // A heading whose lines are all commented out.
  if (value === null || value === undefined) return
  if (typeof value !== 'object' || Array.isArray(value)) {
    merged.problems.push({ key: path || 'configuration', value, source, message: 'expected a group of settings' })
    return
  }
  for (const [name, child] of Object.entries(value)) collect(merged, source, path ? `${path}.${name}` : name, child)
}

function suggestSetting(path: string): string {
  const renamed = renamedSettings[path]
  return renamed ? `it is called ${renamed} now` : `did you mean ${closest(path, knownKeys)}?`
}

function listPrefixes(key: string): string[] {
  const parts = key.split('.')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'))
}
