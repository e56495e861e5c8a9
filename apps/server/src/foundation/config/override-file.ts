import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { isEditable } from './editable-settings.ts'
import { mergeLayers } from './merge-layers.ts'
import { readConfigFile, type SettingLayer } from './read-config-files.ts'
import { placeSetting } from './setting-definitions.ts'
import { writeFileAtomically } from './write-file-atomically.ts'

export interface OverrideFile {
  /** Nested; what may be changed at run time. */
  editable: Record<string, unknown>
  /** Nested; what somebody wrote there besides: it counts as in any other file. */
  others: Record<string, unknown>
}

/** `local-production.json` and its like (spec 02 §6.2); empty when there is none. */
export function readOverrideFile(path: string): OverrideFile {
  const parts: OverrideFile = { editable: {}, others: {} }
  if (!existsSync(path)) return parts
  for (const [key, { value }] of mergeLayers([readConfigFile(path)]).given) {
    placeSetting(isEditable(key) ? parts.editable : parts.others, key, value)
  }
  return parts
}

/** The file as a layer, of which the database has the rest. */
export function otherSettings(path: string): SettingLayer[] {
  const { others } = readOverrideFile(path)
  return Object.keys(others).length > 0 ? [{ source: path, values: others }] : []
}

/** Replaces what was changed at run time by `values`; what else the file says stays. Without anything to say it goes. */
export function writeOverrideFile(path: string, values: Record<string, unknown>): void {
  const content = { ...structuredClone(values) }
  for (const [key, { value }] of mergeLayers(otherSettings(path)).given) placeSetting(content, key, value)
  if (Object.keys(content).length === 0) return rmSync(path, { force: true })
  if (existsSync(path) && isDeepStrictEqual(JSON.parse(readFileSync(path, 'utf8')), content)) return
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileAtomically(path, `${JSON.stringify(content, null, 2)}\n`, 0o600)
}
