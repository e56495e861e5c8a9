import type { Db } from '../db/database.ts'
import { adoptOverrides, findOverrides, saveOverrides } from './override-store.sql.ts'

/** Where what administrators change at run time is kept for all nodes. Values are nested, under the files' names. */
export interface OverrideStore {
  /** Undefined when nothing was ever stored. */
  read(): Promise<Record<string, unknown> | undefined>
  /** Replaces everything; every node hears of it on `settingsChannel`. */
  write(values: Record<string, unknown>): Promise<void>
  /** Stores these unless something is stored. */
  adopt(values: Record<string, unknown>): Promise<void>
}

/** Notifications that other settings were stored; the payload says nothing. */
export const settingsChannel = 'settings'

export function databaseOverrides(db: Db): OverrideStore {
  return {
    read: () => findOverrides(db),
    write: (values) => db.transaction().execute((tx) => saveOverrides(tx, values, settingsChannel)),
    adopt: (values) => adoptOverrides(db, values),
  }
}
