import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface UserOfAddress {
  id: number
  username: string
  email: string
  pendingEmail: string | null
  language: string | null
  pluginAuth: string | null
}

/** Everybody who has or wants this address, ignoring case. */
export async function findUsersByAddress(db: Db | Tx, address: string): Promise<UserOfAddress[]> {
  const { rows } = await sql<UserOfAddress>`
    SELECT id, username, email, "pendingEmail", language, "pluginAuth" FROM "user"
     WHERE lower(email) = lower(${address}) OR lower("pendingEmail") = lower(${address})
     ORDER BY id LIMIT 20`.execute(db)
  return rows
}

export async function setPassword(db: Db | Tx, userId: number, hash: string, now: Date): Promise<void> {
  await db.updateTable('user').set({ password: hash, updatedAt: now }).where('id', '=', userId).execute()
}

export async function setAddressVerified(db: Db | Tx, userId: number, now: Date): Promise<void> {
  await db.updateTable('user').set({ emailVerified: true, updatedAt: now }).where('id', '=', userId).execute()
}

export async function usePendingAddress(db: Db | Tx, userId: number, now: Date): Promise<void> {
  await sql`
    UPDATE "user" SET email = "pendingEmail", "pendingEmail" = NULL, "emailVerified" = true, "updatedAt" = ${now}
     WHERE id = ${userId} AND "pendingEmail" IS NOT NULL`.execute(db)
}
