import { sql, type RawBuilder } from 'kysely'
import { channelJson, type ChannelRow } from '#features/accounts/public.ts'
import { mutedAccounts } from '#features/blocklists/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export async function findChannelById(db: Db | Tx, id: number): Promise<ChannelRow | undefined> {
  const { rows } = await sql<{ channel: ChannelRow | null }>`
    SELECT ${channelJson(sql<number>`${id}::int`)} AS "channel"`.execute(db)
  return rows[0]?.channel ?? undefined
}

/** Condition on the alias `v`: the account mutes neither its owner nor that one's server. */
export function notMutedBy(accountId: number): RawBuilder<unknown> {
  return sql`v."channelId" NOT IN (
    SELECT c."id" FROM "videoChannel" c WHERE c."accountId" IN (${mutedAccounts([accountId])}))`
}

export interface FeedOwner {
  /** null: a banned user. */
  feedToken: string | null
  actorId: number
  /** Of another server. */
  remote: boolean
  /** Differs when the account follows somebody else, or somebody no more. */
  followed: string
}

/** Whose subscriptions an account's feed shows, and the token that opens it. */
export async function findFeedOwner(db: Db | Tx, accountId: number): Promise<FeedOwner | undefined> {
  const { rows } = await sql<FeedOwner>`
    SELECT CASE WHEN NOT u."blocked" THEN u."feedToken" END AS "feedToken", act."id" AS "actorId", act."serverId" IS NOT NULL AS "remote",
      md5(ARRAY(SELECT f."targetActorId" FROM "actorFollow" f WHERE f."actorId" = act."id" AND f."state" = 'accepted'
        ORDER BY f."targetActorId")::text) AS "followed"
    FROM "account" a JOIN "actor" act ON act."accountId" = a."id" LEFT JOIN "user" u ON u."id" = a."userId"
    WHERE a."id" = ${accountId}`.execute(db)
  return rows[0]
}
