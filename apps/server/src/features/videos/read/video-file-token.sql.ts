import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export async function insertFileToken(
  db: Db | Tx,
  row: { token: string; videoId: number; userId: number | null; expires: Date },
): Promise<void> {
  await sql`
    INSERT INTO sepiola."videoFileToken" ("token", "videoId", "userId", "expiresAt")
    VALUES (${row.token}, ${row.videoId}, ${row.userId}, ${row.expires})`.execute(db)
}

export async function findFileToken(db: Db | Tx, token: string, videoUuid: string, now: Date) {
  const { rows } = await sql<{ userId: number | null }>`
    SELECT t."userId" FROM sepiola."videoFileToken" t JOIN "video" v ON v."id" = t."videoId"
    WHERE t."token" = ${token} AND v."uuid" = ${videoUuid} AND t."expiresAt" > ${now}`.execute(db)
  return rows[0]
}

export async function deleteExpiredFileTokens(db: Db | Tx, now: Date): Promise<void> {
  await sql`DELETE FROM sepiola."videoFileToken" WHERE "expiresAt" <= ${now}`.execute(db)
}
