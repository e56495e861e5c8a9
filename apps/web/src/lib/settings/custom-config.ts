import { sameValue, valueAt } from '#lib/ui/form/value-at.ts'
import type { CustomConfig, SettingPath } from './setting-table.ts'

/** Values by path. */
export type Values = Partial<Record<SettingPath, unknown>>

const entriesOf = (values: Values): Array<[SettingPath, unknown]> =>
  Object.entries(values) as Array<[SettingPath, unknown]>

/** Puts a value at its path, making the groups on the way. */
export function setAt(nested: object, path: string, value: unknown): void {
  const names = path.split('.')
  const last = names.pop() ?? path
  let node = nested as Record<string, unknown>
  for (const name of names) node = (node[name] ??= {}) as Record<string, unknown>
  node[last] = value
}

/** Some settings, nested as in the configuration. */
export function pick(config: CustomConfig, paths: readonly SettingPath[]): object {
  const picked = {}
  for (const path of paths) setAt(picked, path, structuredClone(valueAt(config, path)))
  return picked
}

/** The whole configuration with some values replaced. */
export function withValues(config: CustomConfig, values: Values): CustomConfig {
  const changed = structuredClone(config)
  for (const [path, value] of entriesOf(values)) setAt(changed, path, value)
  return changed
}

/** What of these was changed by somebody else since it was shown, and is not what is wanted anyway. */
export function conflictsOf(fresh: CustomConfig, shown: Values, wanted: Values): SettingPath[] {
  return entriesOf(wanted)
    .filter(([path, value]) => {
      const now = valueAt(fresh, path)
      return !sameValue(now, shown[path]) && !sameValue(now, value)
    })
    .map(([path]) => path)
}
