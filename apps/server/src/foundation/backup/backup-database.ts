import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Connection } from '../db/connect.ts'
import { archiveFormat } from './archive-format.ts'
import { ArchiveWriter } from './archive-writer.ts'
import { findAppliedMigrations } from './describe-database.sql.ts'
import { openSnapshot } from './dump-database.ts'

/** How many of them are kept. */
const kept = 3
const prefix = 'before-update-'

/**
 * Writes the database alone into `folder` before it is changed by an update, and removes the oldest ones. Returns the
 * file's path.
 */
export async function backupBeforeUpdate(options: {
  connection: Connection
  folder: string
  version: string
  url: string
}): Promise<string> {
  const { connection, folder, version, url } = options
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const madeAt = new Date().toISOString()
  const path = join(folder, `${prefix}${madeAt.replaceAll(/[:.]/g, '-')}.tar.zst`)
  const snapshot = await openSnapshot(connection)
  try {
    const migrations = await findAppliedMigrations(snapshot.client)
    const start = { format: archiveFormat, madeAt, version, url, migrations, content: 'database' as const }
    const archive = await ArchiveWriter.create(path, start)
    try {
      await snapshot.dump(archive)
      await archive.finish({ gone: [] })
    } catch (error) {
      await archive.abort()
      throw error
    }
  } finally {
    await snapshot.close()
  }
  const old = (await readdir(folder)).filter((name) => name.startsWith(prefix) && name.endsWith('.tar.zst')).sort()
  for (const name of old.slice(0, -kept)) await rm(join(folder, name))
  return path
}
