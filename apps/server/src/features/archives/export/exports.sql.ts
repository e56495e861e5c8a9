import { sql } from 'kysely'
import { ArchiveState } from '@sepiola/contract/enums.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface ExportRow {
  id: number
  userId: number
  filename: string
  withVideoFiles: boolean
  state: number
  error: string | null
  /** Bytes; null until it is complete. */
  size: number | null
  createdAt: Date
}

const columns = sql`"id", "userId", "filename", "withVideoFiles", "state", "error", "size"::float8 AS "size", "createdAt"`

/** Until the transaction ends nobody else asks for an archive of this user. */
export async function lockUser(tx: Tx, userId: number): Promise<void> {
  await sql`SELECT FROM "user" WHERE "id" = ${userId} FOR NO KEY UPDATE`.execute(tx)
}

export async function hasExport(db: Db | Tx, userId: number): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM "userExport" WHERE "userId" = ${userId} AND "state" <> ${ArchiveState.FAILED} LIMIT 1`.execute(db)
  return rows.length > 0
}

export async function insertExport(
  tx: Tx,
  row: { userId: number; filename: string; withVideoFiles: boolean; now: Date },
): Promise<number> {
  const { now, ...columns } = row
  const { id } = await tx
    .insertInto('userExport')
    .values({ ...columns, state: ArchiveState.PENDING, storage: 0, createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findExport(db: Db | Tx, id: number): Promise<ExportRow | undefined> {
  const { rows } = await sql<ExportRow>`SELECT ${columns} FROM "userExport" WHERE "id" = ${id}`.execute(db)
  return rows[0]
}

export async function findExportByFilename(db: Db | Tx, filename: string): Promise<ExportRow | undefined> {
  const { rows } = await sql<ExportRow>`SELECT ${columns} FROM "userExport" WHERE "filename" = ${filename}`.execute(db)
  return rows[0]
}

/** Oldest first, with the progress of the job that writes it. */
export async function listExports(db: Db | Tx, userId: number): Promise<(ExportRow & { progress: number })[]> {
  const { rows } = await sql<ExportRow & { progress: number }>`
    SELECT ${columns}, coalesce((SELECT j."progress" FROM sepiola.job j
      WHERE j."type" = 'create-user-export' AND j."key" = e."id"::text AND j."state" = 'active'), 0) AS "progress"
    FROM "userExport" e WHERE "userId" = ${userId} ORDER BY "createdAt", "id"`.execute(db)
  return rows
}

/** False when it is gone, or done already. */
export async function beginExport(db: Db | Tx, id: number, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('userExport')
    .set({ state: ArchiveState.PROCESSING, updatedAt: now })
    .where('id', '=', id)
    .where('state', 'in', [ArchiveState.PENDING, ArchiveState.PROCESSING])
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** False when it is gone. */
export async function completeExport(tx: Tx, id: number, size: number, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('userExport')
    .set({ state: ArchiveState.COMPLETED, size, updatedAt: now })
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** False when it is gone, or was told before. */
export async function failExport(tx: Tx, id: number, error: string, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('userExport')
    .set({ state: ArchiveState.FAILED, error, updatedAt: now })
    .where('id', '=', id)
    .where('state', 'in', [ArchiveState.PENDING, ArchiveState.PROCESSING])
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** A failed one is to be written after all. False when it is gone, or not failed. */
export async function reopenExport(tx: Tx, id: number, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('userExport')
    .set({ state: ArchiveState.PENDING, error: null, updatedAt: now })
    .where('id', '=', id)
    .where('state', '=', ArchiveState.FAILED)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** False when it is gone, or being written. */
export async function deleteExport(db: Db | Tx, id: number): Promise<boolean> {
  const result = await db
    .deleteFrom('userExport')
    .where('id', '=', id)
    .where('state', '<>', ArchiveState.PROCESSING)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function findExpiredExports(db: Db | Tx, before: Date): Promise<ExportRow[]> {
  const { rows } = await sql<ExportRow>`
    SELECT ${columns} FROM "userExport"
    WHERE "createdAt" < ${before} AND "state" <> ${ArchiveState.PROCESSING} ORDER BY "id" LIMIT 500`.execute(db)
  return rows
}
