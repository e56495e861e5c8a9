import { sql } from 'kysely'
import type { followStates } from '@sepiola/contract/enums.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export type FollowState = (typeof followStates)[number]

export interface FollowTarget {
  actorId: number
  isLocal: boolean
}

/** A channel's actor; `host` null: a channel of this server. Names are compared ignoring case. */
export async function findFollowTarget(
  db: Db | Tx,
  { name, host }: { name: string; host: string | null },
): Promise<FollowTarget | undefined> {
  const where =
    host === null ? sql`a."serverId" IS NULL` : sql`a."serverId" = (SELECT "id" FROM "server" WHERE "host" = ${host})`
  const { rows } = await sql<FollowTarget>`
    SELECT a."id" AS "actorId", a."serverId" IS NULL AS "isLocal" FROM "actor" a
    WHERE lower(a."preferredUsername") = lower(${name}) AND ${where} AND a."videoChannelId" IS NOT NULL`.execute(db)
  return rows[0]
}

export async function findActorUrl(db: Db | Tx, actorId: number): Promise<string> {
  const row = await db.selectFrom('actor').select('url').where('id', '=', actorId).executeTakeFirstOrThrow()
  return row.url
}

/** Id of the follow, new or with another state than before; undefined when it is accepted already, or the target is gone. */
export async function upsertFollow(
  tx: Tx,
  follow: { actorId: number; targetActorId: number; state: FollowState; url: string; now: Date },
): Promise<number | undefined> {
  // No DO UPDATE: with two unique indexes, two requests at the same time may meet in the one that it does not name.
  const { rows } = await sql<{ id: number }>`
    WITH added AS (
      INSERT INTO "actorFollow" ("state", "url", "actorId", "targetActorId", "createdAt", "updatedAt")
      SELECT ${follow.state}::"enum_actorFollow_state", ${follow.url}::text, ${follow.actorId}::int, t."id",
        ${follow.now}::timestamptz, ${follow.now}::timestamptz
      FROM "actor" t WHERE t."id" = ${follow.targetActorId} FOR KEY SHARE
      ON CONFLICT DO NOTHING RETURNING "id"
    ), renewed AS (
      UPDATE "actorFollow" SET "state" = ${follow.state}::"enum_actorFollow_state", "url" = ${follow.url}::text,
        "updatedAt" = ${follow.now}::timestamptz
      WHERE "actorId" = ${follow.actorId} AND "targetActorId" = ${follow.targetActorId} AND "state" <> 'accepted'
      RETURNING "id"
    )
    SELECT "id" FROM added UNION ALL SELECT "id" FROM renewed`.execute(tx)
  return rows[0]?.id
}

export interface DeletedFollow {
  url: string | null
  state: FollowState
  targetActorId: number
  isLocal: boolean
}

/** Whatever its state. */
export async function deleteFollow(
  tx: Tx,
  follow: { actorId: number; targetActorId: number },
): Promise<DeletedFollow | undefined> {
  const { rows } = await sql<DeletedFollow>`
    DELETE FROM "actorFollow" f USING "actor" t
    WHERE f."actorId" = ${follow.actorId} AND f."targetActorId" = ${follow.targetActorId} AND t."id" = f."targetActorId"
    RETURNING f."url", f."state", f."targetActorId", t."serverId" IS NULL AS "isLocal"`.execute(tx)
  return rows[0]
}

/** Accepted follows count; both rows are locked in one order, so that nobody waits for each other. */
export async function countFollow(
  tx: Tx,
  follow: { actorId: number; targetActorId: number },
  change: 1 | -1,
): Promise<void> {
  await sql`
    WITH locked AS (
      SELECT "id" FROM "actor" WHERE "id" IN (${follow.actorId}, ${follow.targetActorId})
      ORDER BY "id" FOR NO KEY UPDATE
    )
    UPDATE "actor" a SET
      "followingCount" = greatest(0, a."followingCount" + CASE WHEN a."id" = ${follow.actorId} THEN ${change}::int ELSE 0 END),
      "followersCount" = greatest(0, a."followersCount" + CASE WHEN a."id" = ${follow.targetActorId} THEN ${change}::int ELSE 0 END)
    FROM locked WHERE a."id" = locked."id"`.execute(tx)
}
