import { sql } from 'kysely'
import type { Tx } from '#foundation/db/database.ts'

/**
 * Until the transaction ends nobody else changes which channels, playlists and synchronizations an account has. Of
 * several accounts the one with the smallest id is locked first.
 */
export async function lockAccount(tx: Tx, accountId: number): Promise<void> {
  await sql`SELECT FROM "account" WHERE "id" = ${accountId} FOR NO KEY UPDATE`.execute(tx)
}
