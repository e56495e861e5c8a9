import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { archiveFormat, type ArchiveStart } from '#foundation/backup/archive-format.ts'
import { ArchiveWriter } from '#foundation/backup/archive-writer.ts'
import { findAppliedMigrations } from '#foundation/backup/describe-database.sql.ts'
import { openSnapshot, type DatabaseSnapshot } from '#foundation/backup/dump-database.ts'
import type { DataFolder } from '#foundation/config/data-folder.ts'
import type { Connection } from '#foundation/db/connect.ts'
import type { Storage, StorageArea } from '#foundation/storage/storage.ts'
import { listReferencesOf } from '../stored-files/referenced-files.sql.ts'
import { backedUpAreas } from './backed-up-areas.ts'
import { isRestoreFolder } from './restore-target.ts'

export interface BackupJob {
  connection: Connection
  folder: DataFolder
  storage: Storage
  /** `-`: standard output. */
  file: string
  start: Omit<ArchiveStart, 'format' | 'madeAt' | 'migrations'>
  /** Bytes that are known to come, and that are done. */
  expect(bytes: number): void
  done(bytes: number): void
}

export interface WrittenBackup {
  /** Stored files. */
  files: number
  /** Before and after compression. */
  bytes: number
  writtenBytes: number
  /** Keys that the database names and the storage has not. */
  lost: string[]
}

/**
 * Writes a backup while the server may be running. Stored files come first, in as many rounds as it takes until all
 * that one snapshot of the database names are in the archive; that snapshot is what comes last:
 *
 *   all files ─▶ snapshot 1 ─▶ new files ─▶ one that it names was deleted meanwhile
 *                snapshot 2 ─▶ new files ─▶ complete ─▶ its rows
 *
 * A file that two snapshots in a row name and nobody has was lost before.
 */
export async function writeBackup(job: BackupJob): Promise<WrittenBackup> {
  const { content } = job.start
  const first = await openSnapshot(job.connection)
  const migrations = await findAppliedMigrations(first.client).finally(first.close)
  const start = { ...job.start, format: archiveFormat, madeAt: new Date().toISOString(), migrations }
  const archive = await ArchiveWriter.create(job.file, start)
  try {
    const files = new StoredFiles(job, archive, content === 'database' ? [] : backedUpAreas(content))
    if (content !== 'database') await addDataFiles(archive, job.folder)
    await files.addNew()
    const { snapshot, lost } = await completeSnapshot(job, files)
    try {
      await snapshot.dump(archive, (bytes) => {
        job.expect(bytes)
        job.done(bytes)
      })
      const needed = new Set((await listReferencesOf(snapshot.client)).map(({ area, key }) => entryName(area, key)))
      await archive.finish({ gone: files.gone(needed) })
    } finally {
      await snapshot.close()
    }
    return { files: files.count, bytes: archive.bytes, writtenBytes: archive.writtenBytes, lost }
  } catch (error) {
    await archive.abort()
    throw error
  }
}

async function completeSnapshot(
  job: BackupJob,
  files: StoredFiles,
): Promise<{ snapshot: DatabaseSnapshot; lost: string[] }> {
  let missingBefore: ReadonlySet<string> = new Set()
  for (;;) {
    const snapshot = await openSnapshot(job.connection)
    try {
      await files.addNew()
      const named = await listReferencesOf(snapshot.client)
      const missing = named
        .filter(({ area, key }) => files.lacks(area, key))
        .map(({ area, key }) => entryName(area, key))
      if (missing.every((name) => missingBefore.has(name))) return { snapshot, lost: missing }
      missingBefore = new Set(missing)
    } catch (error) {
      await snapshot.close()
      throw error
    }
    await snapshot.close()
  }
}

class StoredFiles {
  readonly #job: BackupJob
  readonly #archive: ArchiveWriter
  readonly #areas: readonly StorageArea[]
  readonly #archived = new Set<string>()
  #present = new Set<string>()

  constructor(job: BackupJob, archive: ArchiveWriter, areas: readonly StorageArea[]) {
    this.#job = job
    this.#archive = archive
    this.#areas = areas
  }

  get count(): number {
    return this.#archived.size
  }

  lacks(area: StorageArea, key: string): boolean {
    return this.#areas.includes(area) && !this.#archived.has(entryName(area, key))
  }

  /** Archived, but not there any more and not needed. */
  gone(needed: ReadonlySet<string>): string[] {
    return [...this.#archived].filter((name) => !this.#present.has(name) && !needed.has(name))
  }

  async addNew(): Promise<void> {
    const found: { area: StorageArea; key: string; name: string; size: number }[] = []
    this.#present = new Set()
    for (const area of this.#areas) {
      for (const key of await this.#job.storage.list(area, '')) {
        if (isRestoreFolder(key.split('/')[0]!)) continue
        const name = entryName(area, key)
        this.#present.add(name)
        if (this.#archived.has(name)) continue
        const size = (await this.#job.storage.stat(area, key))?.size
        if (size !== undefined) found.push({ area, key, name, size })
      }
    }
    this.#job.expect(found.reduce((sum, { size }) => sum + size, 0))
    for (const file of found) await this.#add(file)
  }

  async #add({ area, key, name }: { area: StorageArea; key: string; name: string }): Promise<void> {
    // Asked again: hours may have passed.
    const size = (await this.#job.storage.stat(area, key))?.size
    if (size === undefined) return
    if (size === 0) await this.#archive.add(name, '')
    else {
      const content = await this.#job.storage.read(area, key, { start: 0, end: size - 1 }).catch(unlessGone)
      if (!content) return
      await this.#archive.addStream(name, size, content, this.#job.done)
    }
    this.#archived.add(name)
  }
}

/** Secrets and configuration. */
async function addDataFiles(archive: ArchiveWriter, folder: DataFolder): Promise<void> {
  const found = await readdir(folder.config, { recursive: true, withFileTypes: true }).catch(unlessGone)
  const paths = (found ?? []).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of [folder.secretsFile, ...paths.sort()]) {
    const { size } = (await stat(path).catch(unlessGone)) ?? {}
    if (size === undefined) continue
    await archive.addStream(`data/${path.slice(folder.root.length + 1)}`, size, createReadStream(path))
  }
}

function entryName(area: StorageArea, key: string): string {
  return `storage/${area}/${key}`
}

function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
