import { sql } from 'kysely'
import { instanceAccountIds } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface StatusRow {
  blockedByServer: boolean
  blockedByUser: boolean
  /** Name of the followed list that the instance's mute came from. */
  blockedByServerSubscription: string | null
}

/** One row per handle, in their order; `host` null means this server. Unknown ones are not muted. */
export async function findAccountStatus(
  db: Db | Tx,
  handles: readonly { name: string; host: string | null }[],
  viewerAccountId: number | null,
): Promise<StatusRow[]> {
  const names = handles.map(({ name }) => name)
  const hosts = handles.map(({ host }) => host)
  const { rows } = await sql<StatusRow>`
    SELECT EXISTS (SELECT FROM "accountBlocklist" m
             WHERE m."targetAccountId" = a."accountId" AND m."accountId" IN (${instanceAccountIds})) AS "blockedByServer",
           EXISTS (SELECT FROM "accountBlocklist" m
             WHERE m."targetAccountId" = a."accountId" AND m."accountId" = ${viewerAccountId}::int) AS "blockedByUser",
           (SELECT s."name" FROM "accountBlocklist" m JOIN sepiola."subscribedAccountMute" d ON d."muteId" = m."id"
              JOIN sepiola."blocklistSubscription" s ON s."id" = d."subscriptionId"
             WHERE m."targetAccountId" = a."accountId") AS "blockedByServerSubscription"
      FROM unnest(${names}::text[], ${hosts}::text[]) WITH ORDINALITY AS asked (name, host, position)
      LEFT JOIN LATERAL (
        SELECT a."accountId" FROM "actor" a
         WHERE lower(a."preferredUsername") = lower(asked.name) AND a."accountId" IS NOT NULL
           AND asked.host IS NULL AND a."serverId" IS NULL
        UNION ALL
        SELECT a."accountId" FROM "server" s JOIN "actor" a ON a."serverId" = s."id"
         WHERE s."host" = asked.host AND lower(a."preferredUsername") = lower(asked.name) AND a."accountId" IS NOT NULL
      ) a ON true
     ORDER BY asked.position`.execute(db)
  return rows
}

/** One row per host, in their order. */
export async function findServerStatus(
  db: Db | Tx,
  hosts: readonly string[],
  viewerAccountId: number | null,
): Promise<StatusRow[]> {
  const { rows } = await sql<StatusRow>`
    SELECT EXISTS (SELECT FROM "serverBlocklist" m
             WHERE m."targetServerId" = s."id" AND m."accountId" IN (${instanceAccountIds})) AS "blockedByServer",
           EXISTS (SELECT FROM "serverBlocklist" m
             WHERE m."targetServerId" = s."id" AND m."accountId" = ${viewerAccountId}::int) AS "blockedByUser",
           (SELECT f."name" FROM "serverBlocklist" m JOIN sepiola."subscribedServerMute" d ON d."muteId" = m."id"
              JOIN sepiola."blocklistSubscription" f ON f."id" = d."subscriptionId"
             WHERE m."targetServerId" = s."id") AS "blockedByServerSubscription"
      FROM unnest(${hosts}::text[]) WITH ORDINALITY AS asked (host, position)
      LEFT JOIN "server" s ON s."host" = asked.host
     ORDER BY asked.position`.execute(db)
  return rows
}
