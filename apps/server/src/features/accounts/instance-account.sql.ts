import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

/** The account of the instance actor, which owns the mutes and word lists of the whole server. For `IN (…)`. */
export const instanceAccountIds = sql`SELECT instance."id" FROM "account" instance WHERE instance."applicationId" IS NOT NULL`

/** Other servers on which the instance follows somebody. For `IN (…)` and `ARRAY(…)`. */
export const followedServerIds = sql`SELECT followed."serverId" FROM "actor" follower
  JOIN "actorFollow" follow ON follow."actorId" = follower."id" AND follow."state" = 'accepted'
  JOIN "actor" followed ON followed."id" = follow."targetActorId" AND followed."serverId" IS NOT NULL
  WHERE follower."accountId" IN (${instanceAccountIds})`

/** The instance's account; there is one from the first start on. */
export async function requireInstanceAccountId(db: Db | Tx): Promise<number> {
  const { rows } = await sql<{ id: number }>`${instanceAccountIds}`.execute(db)
  return rows[0]!.id
}
