import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'

/** Accounts, channels and the instance share one namespace, ignoring case (spec 07 §1.1). `host` null: of this server. */
export async function findActorUrl(db: Db, name: string, host: string | null): Promise<string | undefined> {
  const where =
    host === null ? sql`a."serverId" IS NULL` : sql`a."serverId" = (SELECT id FROM "server" WHERE host = ${host})`
  const { rows } = await sql<{ url: string }>`
    SELECT a.url FROM "actor" a WHERE lower(a."preferredUsername") = lower(${name}) AND ${where}`.execute(db)
  return rows[0]?.url
}
