import { sql } from 'kysely'
import { ArchiveState } from '@sepiola/contract/enums.ts'
import type { UserImportResultSummary } from '@sepiola/contract/schemas/imports.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface ImportRow {
  id: number
  userId: number
  filename: string
  state: number
  error: string | null
  resultSummary: UserImportResultSummary | null
  createdAt: Date
}

const columns = ['id', 'userId', 'filename', 'state', 'error', 'resultSummary', 'createdAt'] as const
const unfinished = [ArchiveState.PENDING, ArchiveState.PROCESSING]

export async function hasUnfinishedImport(db: Db | Tx, userId: number): Promise<boolean> {
  const row = await db
    .selectFrom('userImport')
    .select('id')
    .where('userId', '=', userId)
    .where('state', 'in', unfinished)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertImport(
  tx: Tx,
  { userId, filename, now }: { userId: number; filename: string; now: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('userImport')
    .values({ userId, filename, state: ArchiveState.PENDING, createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findImport(db: Db | Tx, id: number): Promise<ImportRow | undefined> {
  const row = await db.selectFrom('userImport').select(columns).where('id', '=', id).executeTakeFirst()
  return row as ImportRow | undefined
}

/** The newest of a user, with the progress of the job that reads it. */
export async function findLatestImport(
  db: Db | Tx,
  userId: number,
): Promise<(ImportRow & { progress: number }) | undefined> {
  const { rows } = await sql<ImportRow & { progress: number }>`
    SELECT ${sql.join(columns.map((column) => sql.ref(column)))},
      coalesce((SELECT j."progress" FROM sepiola.job j WHERE j."type" = 'import-user-archive'
        AND j."key" = i."id"::text AND j."state" = 'active'), 0) AS "progress"
    FROM "userImport" i WHERE "userId" = ${userId} ORDER BY "createdAt" DESC, "id" DESC LIMIT 1`.execute(db)
  return rows[0]
}

/** False when it is gone, or done already. */
export async function beginImport(db: Db | Tx, id: number, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('userImport')
    .set({ state: ArchiveState.PROCESSING, updatedAt: now })
    .where('id', '=', id)
    .where('state', 'in', unfinished)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function saveSummary(db: Db | Tx, id: number, summary: UserImportResultSummary, now: Date): Promise<void> {
  await db
    .updateTable('userImport')
    .set({ resultSummary: JSON.stringify(summary), updatedAt: now })
    .where('id', '=', id)
    .execute()
}

/** The end, once: false when it is gone or ended before. */
export async function endImport(
  tx: Tx,
  id: number,
  end: { state: ArchiveState; error: string | null },
  now: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('userImport')
    .set({ ...end, updatedAt: now })
    .where('id', '=', id)
    .where('state', 'in', unfinished)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
