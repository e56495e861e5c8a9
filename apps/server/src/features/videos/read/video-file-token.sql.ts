import { sql } from 'kysely'
import { managesChannel } from '#features/channels/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export async function insertFileToken(
  db: Db | Tx,
  row: { token: string; videoId: number; userId: number | null; expires: Date },
): Promise<void> {
  await sql`
    INSERT INTO sepiola."videoFileToken" ("token", "videoId", "userId", "expiresAt")
    VALUES (${row.token}, ${row.videoId}, ${row.userId}, ${row.expires})`.execute(db)
}

/** With what its user is now; `role` is null for a token of nobody. */
export async function findFileToken(db: Db | Tx, token: string, videoUuid: string, now: Date) {
  const { rows } = await sql<{ userId: number | null; role: number | null; banned: boolean; managesChannel: boolean }>`
    SELECT t."userId", u."role", coalesce(u."blocked", false) AS "banned",
      ${managesChannel(sql`a."id"`)} AS "managesChannel"
    FROM sepiola."videoFileToken" t JOIN "video" v ON v."id" = t."videoId" JOIN "videoChannel" c ON c."id" = v."channelId"
    LEFT JOIN "user" u ON u."id" = t."userId" LEFT JOIN "account" a ON a."userId" = u."id"
    WHERE t."token" = ${token} AND v."uuid" = ${videoUuid} AND t."expiresAt" > ${now}`.execute(db)
  return rows[0]
}

export async function deleteExpiredFileTokens(db: Db | Tx, now: Date): Promise<void> {
  await sql`DELETE FROM sepiola."videoFileToken" WHERE "expiresAt" <= ${now}`.execute(db)
}
