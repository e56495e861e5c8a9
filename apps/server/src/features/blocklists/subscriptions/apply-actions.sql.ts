import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#foundation/db/database.ts'

export interface AccountTarget {
  name: string
  /** null: this server. */
  host: string | null
}

interface Applied {
  accountId: number
  subscriptionId: number
  now: Date
}

const asked = (targets: readonly AccountTarget[]) => sql`
  SELECT a."accountId", a."preferredUsername" AS "name", t.host
    FROM unnest(${targets.map(({ name }) => name)}::text[], ${targets.map(({ host }) => host)}::text[]) AS t (name, host)
    LEFT JOIN "server" s ON s."host" = t.host
    JOIN "actor" a ON lower(a."preferredUsername") = lower(t.name) AND a."accountId" IS NOT NULL
     AND (a."serverId" = s."id" OR (t.host IS NULL AND a."serverId" IS NULL))`

/** What the log of the instance says of the rows of `from`; nobody did it by hand. */
const logged = (
  { accountId, now }: Applied,
  action: 'block' | 'unblock',
  target: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
) => sql`
      INSERT INTO sepiola."blocklistLog" ("accountId", "action", "target", "createdAt", "manual")
      SELECT ${accountId}::int, ${sql.lit(action)}, ${target}, ${now}::timestamptz, false FROM ${from}`

const loggedAccounts = (applied: Applied, action: 'block' | 'unblock', ownHost: string) =>
  logged(
    applied,
    action,
    sql`target."name" || '@' || coalesce(target.host, ${ownHost}::text)`,
    sql`mute JOIN target ON target."accountId" = mute."targetAccountId"`,
  )

/** Mutes accounts that are known here and not muted yet; returns their ids. `ownHost`: how the log names this server. */
export async function muteSubscribedAccounts(
  tx: Tx,
  applied: Applied,
  targets: readonly AccountTarget[],
  ownHost: string,
): Promise<number[]> {
  const { accountId, subscriptionId, now } = applied
  const { rows } = await sql<{ id: number }>`
    WITH target AS (${asked(targets)}),
    mute AS (
      INSERT INTO "accountBlocklist" ("accountId", "targetAccountId", "createdAt", "updatedAt")
      SELECT DISTINCT ${accountId}::int, target."accountId", ${now}::timestamptz, ${now}::timestamptz FROM target
       WHERE target."accountId" <> ${accountId}
      ON CONFLICT DO NOTHING RETURNING "id", "targetAccountId"),
    source AS (
      INSERT INTO sepiola."subscribedAccountMute" ("muteId", "subscriptionId") SELECT "id", ${subscriptionId}::int FROM mute),
    log AS (${loggedAccounts(applied, 'block', ownHost)})
    SELECT "targetAccountId" AS "id" FROM mute`.execute(tx)
  return rows.map((row) => row.id)
}

/** Ends those mutes that this subscription made; returns the ids of the accounts. */
export async function unmuteSubscribedAccounts(
  tx: Tx,
  applied: Applied,
  targets: readonly AccountTarget[],
  ownHost: string,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    WITH target AS (${asked(targets)}),
    mute AS (
      DELETE FROM "accountBlocklist" b USING sepiola."subscribedAccountMute" m, target
       WHERE m."muteId" = b."id" AND m."subscriptionId" = ${applied.subscriptionId} AND b."targetAccountId" = target."accountId"
      RETURNING b."targetAccountId"),
    log AS (${loggedAccounts(applied, 'unblock', ownHost)})
    SELECT "targetAccountId" AS "id" FROM mute`.execute(tx)
  return rows.map((row) => row.id)
}

/** Mutes hosts that are not muted yet; unknown ones become known. Returns the ids of the servers. */
export async function muteSubscribedServers(tx: Tx, applied: Applied, hosts: readonly string[]): Promise<number[]> {
  const { accountId, subscriptionId, now } = applied
  await sql`
    INSERT INTO "server" ("host", "redundancyAllowed", "createdAt", "updatedAt")
    SELECT DISTINCT h, false, ${now}::timestamptz, ${now}::timestamptz FROM unnest(${hosts}::text[]) h
    ON CONFLICT DO NOTHING`.execute(tx)
  const { rows } = await sql<{ id: number }>`
    WITH mute AS (
      INSERT INTO "serverBlocklist" ("accountId", "targetServerId", "createdAt", "updatedAt")
      SELECT ${accountId}::int, s."id", ${now}::timestamptz, ${now}::timestamptz FROM "server" s
       WHERE s."host" = ANY(${hosts}::text[])
      ON CONFLICT DO NOTHING RETURNING "id", "targetServerId"),
    source AS (
      INSERT INTO sepiola."subscribedServerMute" ("muteId", "subscriptionId") SELECT "id", ${subscriptionId}::int FROM mute),
    log AS (${logged(applied, 'block', sql`s."host"`, sql`mute JOIN "server" s ON s."id" = mute."targetServerId"`)})
    SELECT "targetServerId" AS "id" FROM mute`.execute(tx)
  return rows.map((row) => row.id)
}

/** Ends those mutes that this subscription made; returns the ids of the servers. */
export async function unmuteSubscribedServers(tx: Tx, applied: Applied, hosts: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    WITH mute AS (
      DELETE FROM "serverBlocklist" b USING sepiola."subscribedServerMute" m, "server" s
       WHERE m."muteId" = b."id" AND m."subscriptionId" = ${applied.subscriptionId} AND b."targetServerId" = s."id"
         AND s."host" = ANY(${hosts}::text[])
      RETURNING b."targetServerId", s."host"),
    log AS (${logged(applied, 'unblock', sql`mute."host"`, sql`mute`)})
    SELECT "targetServerId" AS "id" FROM mute`.execute(tx)
  return rows.map((row) => row.id)
}
