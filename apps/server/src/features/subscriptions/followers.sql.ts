import { sql } from 'kysely'
import { actorJson, type BareActorRow } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { containing, pageClause, readSort } from '#foundation/db/list-clauses.ts'
import type { FollowState } from './follow.sql.ts'

export interface FollowRow {
  id: number
  state: FollowState
  score: number
  createdAt: Date
  updatedAt: Date
  follower: BareActorRow
  following: BareActorRow
}

/** Accepted followers of some actors. `localHost`: what a search for a host compares with actors of this server. */
export async function listFollowers(
  db: Db | Tx,
  query: {
    targetActorIds: readonly number[]
    search: string | undefined
    localHost: string
    start: number
    count: number
    sort: 'createdAt' | '-createdAt'
  },
): Promise<{ total: number; follows: FollowRow[] }> {
  const pattern = containing(query.search ?? '')
  const found = sql`AND EXISTS (SELECT FROM "actor" a LEFT JOIN "server" s ON s."id" = a."serverId"
    WHERE a."id" = f."actorId" AND (lower(a."preferredUsername") LIKE lower(${pattern})
      OR coalesce(s."host", ${query.localHost}::text) LIKE lower(${pattern})))`
  const from = sql`"actorFollow" f WHERE f."targetActorId" = ANY(${query.targetActorIds}::int[])
    AND f."state" = 'accepted' ${query.search ? found : sql``}`
  const { direction } = readSort(query.sort)
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*) AS "total" FROM ${from}`.execute(db),
    sql<FollowRow>`
      SELECT page."id", page."state", page."score", page."createdAt", page."updatedAt",
        ${actorJson(sql<number>`page."actorId"`)} AS "follower", ${actorJson(sql<number>`page."targetActorId"`)} AS "following"
      FROM (SELECT f.* FROM ${from} ORDER BY f."createdAt" ${direction}, f."id" ASC
        ${pageClause(query)}) page
      ORDER BY page."createdAt" ${direction}, page."id" ASC`.execute(db),
  ])
  return { total: counted.rows[0]!.total, follows: listed.rows }
}

/** Of the account and of its own channels. */
export async function findActorIdsOfAccount(db: Db | Tx, accountId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT "id" FROM "actor" WHERE "accountId" = ${accountId}
    UNION ALL
    SELECT a."id" FROM "videoChannel" c JOIN "actor" a ON a."videoChannelId" = c."id"
    WHERE c."accountId" = ${accountId}`.execute(db)
  return rows.map((row) => row.id)
}
