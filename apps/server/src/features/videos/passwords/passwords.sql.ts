import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { pageClause, readSort } from '#foundation/db/list-clauses.ts'

export interface PasswordRow {
  id: number
  password: string
  videoId: number
  createdAt: Date
  updatedAt: Date
}

export async function listPasswords(
  db: Db | Tx,
  videoId: number,
  page: { start: number; count: number; sort: 'createdAt' | '-createdAt' },
): Promise<{ total: number; passwords: PasswordRow[] }> {
  const { direction } = readSort(page.sort)
  const { rows } = await sql<PasswordRow>`
    SELECT "id", "password", "videoId", "createdAt", "updatedAt" FROM "videoPassword" WHERE "videoId" = ${videoId}
    ORDER BY "createdAt" ${direction}, "id" ASC ${pageClause(page)}`.execute(db)
  return { total: await countPasswords(db, videoId), passwords: rows }
}

export async function countPasswords(db: Db | Tx, videoId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS "count" FROM "videoPassword" WHERE "videoId" = ${videoId}`.execute(db)
  return rows[0]!.count
}

export async function findPassword(db: Db | Tx, videoId: number, id: number): Promise<{ id: number } | undefined> {
  return db
    .selectFrom('videoPassword')
    .select('id')
    .where('videoId', '=', videoId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** One that the video has already stays as it is. */
export async function insertPassword(db: Db | Tx, videoId: number, password: string, now: Date): Promise<void> {
  await db
    .insertInto('videoPassword')
    .values({ videoId, password, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.columns(['videoId', 'password']).doNothing())
    .execute()
}

export async function deletePassword(db: Db | Tx, id: number): Promise<void> {
  await db.deleteFrom('videoPassword').where('id', '=', id).execute()
}
