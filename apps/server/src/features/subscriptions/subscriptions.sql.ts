import { sql, type RawBuilder } from 'kysely'
import { channelJson, type ChannelRow } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { containing, pageClause, readSort } from '#foundation/db/list-clauses.ts'

/** Accepted follows of channels by an actor: aliases `f` (follow), `a` (the channel's actor), `c` (channel). */
const subscriptionsOf = (actorId: number) => sql`
  "actorFollow" f JOIN "actor" a ON a."id" = f."targetActorId" JOIN "videoChannel" c ON c."id" = a."videoChannelId"
  WHERE f."actorId" = ${actorId} AND f."state" = 'accepted'`

type Column = 'id' | 'createdAt' | 'channelUpdatedAt'

const columns: Record<Column, RawBuilder<unknown>> = {
  id: sql`f."id"`,
  createdAt: sql`f."createdAt"`,
  channelUpdatedAt: sql`c."updatedAt"`,
}

export async function listSubscriptions(
  db: Db | Tx,
  query: {
    actorId: number
    search: string | undefined
    start: number
    count: number
    sort: Column | `-${Column}`
  },
): Promise<{ total: number; channels: ChannelRow[] }> {
  const from = sql`${subscriptionsOf(query.actorId)} ${query.search === undefined ? sql`` : named(query.search)}`
  const { column, direction } = readSort(query.sort)
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*) AS "total" FROM ${from}`.execute(db),
    sql<{ channel: ChannelRow }>`
      SELECT ${channelJson(sql<number>`page."channelId"`)} AS "channel" FROM (
        SELECT c."id" AS "channelId", f."id", ${columns[column]} AS "key" FROM ${from}
        ORDER BY "key" ${direction}, f."id" ASC ${pageClause(query)}
      ) page ORDER BY page."key" ${direction}, page."id" ASC`.execute(db),
  ])
  return { total: counted.rows[0]!.total, channels: listed.rows.map((row) => row.channel) }
}

function named(search: string): RawBuilder<unknown> {
  const pattern = containing(search)
  return sql`AND (lower(immutable_unaccent(c."name")) LIKE lower(immutable_unaccent(${pattern}))
    OR lower(a."preferredUsername") LIKE lower(${pattern}))`
}

export interface ActorAddress {
  name: string
  host: string | null
}

export async function findSubscription(
  db: Db | Tx,
  actorId: number,
  { name, host }: ActorAddress,
): Promise<ChannelRow | undefined> {
  const { rows } = await sql<{ channel: ChannelRow }>`
    SELECT ${channelJson(sql<number>`c."id"`)} AS "channel" FROM ${subscriptionsOf(actorId)}
      AND lower(a."preferredUsername") = lower(${name})
      AND (SELECT s."host" FROM "server" s WHERE s."id" = a."serverId") IS NOT DISTINCT FROM ${host}::text`.execute(db)
  return rows[0]?.channel
}

/** Positions (from 0) of those addresses that the actor is subscribed to. */
export async function findSubscribedPositions(
  db: Db | Tx,
  actorId: number,
  addresses: readonly ActorAddress[],
): Promise<Set<number>> {
  const names = addresses.map((address) => address.name)
  const hosts = addresses.map((address) => address.host)
  const { rows } = await sql<{ position: number }>`
    SELECT asked."position"::int - 1 AS "position"
    FROM unnest(${names}::text[], ${hosts}::text[]) WITH ORDINALITY AS asked ("name", "host", "position")
    WHERE EXISTS (SELECT FROM ${subscriptionsOf(actorId)} AND lower(a."preferredUsername") = lower(asked."name")
      AND (SELECT s."host" FROM "server" s WHERE s."id" = a."serverId") IS NOT DISTINCT FROM asked."host")`.execute(db)
  return new Set(rows.map((row) => row.position))
}

export interface Followed {
  channelIds: number[]
  /** Of other channels, shared by those that are followed. */
  videoIds: number[]
}

/**
 * Where the videos of an actor's feed come from: followed channels, channels of followed accounts, what they share. What
 * is shared is looked up one by one, because the planner overestimates it by far.
 */
export async function findFollowed(db: Db | Tx, actorId: number): Promise<Followed> {
  const { rows } = await sql<Followed>`
    WITH followed AS (
      SELECT t."id", t."videoChannelId", t."accountId" FROM "actorFollow" f JOIN "actor" t ON t."id" = f."targetActorId"
      WHERE f."actorId" = ${actorId} AND f."state" = 'accepted'
    ), channel AS (
      SELECT "videoChannelId" AS "id" FROM followed WHERE "videoChannelId" IS NOT NULL
      UNION SELECT c."id" FROM followed JOIN "videoChannel" c ON c."accountId" = followed."accountId"
    )
    SELECT coalesce((SELECT array_agg("id" ORDER BY "id") FROM channel), '{}') AS "channelIds",
      coalesce((SELECT array_agg(DISTINCT shared."videoId") FROM followed
        CROSS JOIN LATERAL (SELECT r."videoId" FROM sepiola."reshare" r WHERE r."actorId" = followed."id" OFFSET 0) shared
        WHERE (SELECT v."channelId" FROM "video" v WHERE v."id" = shared."videoId") NOT IN (SELECT "id" FROM channel)),
        '{}') AS "videoIds"`.execute(db)
  return rows[0]!
}
