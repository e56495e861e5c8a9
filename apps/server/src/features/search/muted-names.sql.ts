import { sql } from 'kysely'
import { instanceAccountIds } from '#features/accounts/public.ts'
import type { Db } from '#foundation/db/database.ts'

/** Hosts and handles that the instance or this account mutes. */
export async function findMutedNames(
  db: Db,
  accountId: number | null,
  localHost: string,
): Promise<{ blockedHosts: string[]; blockedAccounts: string[] }> {
  const by = sql`(m."accountId" = ${accountId}::int OR m."accountId" IN (${instanceAccountIds}))`
  const { rows } = await sql<{ blockedHosts: string[]; blockedAccounts: string[] }>`
    SELECT ARRAY(SELECT DISTINCT s."host" FROM "serverBlocklist" m JOIN "server" s ON s."id" = m."targetServerId"
        WHERE ${by}) AS "blockedHosts",
      ARRAY(SELECT DISTINCT a."preferredUsername" || '@' || coalesce(s."host", ${localHost}) FROM "accountBlocklist" m
        JOIN "actor" a ON a."accountId" = m."targetAccountId" LEFT JOIN "server" s ON s."id" = a."serverId"
        WHERE ${by}) AS "blockedAccounts"`.execute(db)
  return rows[0]!
}
