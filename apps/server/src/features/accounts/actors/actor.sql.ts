import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { ActorUrls } from './actor-urls.ts'

export interface NewLocalActor {
  type: 'Person' | 'Group' | 'Application'
  name: string
  urls: ActorUrls
  accountId?: number
  videoChannelId?: number
  now: Date
}

/** Returns the actor's id. */
export async function insertLocalActor(tx: Tx, actor: NewLocalActor): Promise<number> {
  const row = await tx
    .insertInto('actor')
    .values({
      type: actor.type,
      preferredUsername: actor.name,
      ...actor.urls,
      followersCount: 0,
      followingCount: 0,
      accountId: actor.accountId ?? null,
      videoChannelId: actor.videoChannelId ?? null,
      createdAt: actor.now,
      updatedAt: actor.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Accounts and channels of this server share one namespace, in which deleted actors keep their names (spec 01 §7). */
export async function isLocalNameTaken(db: Db | Tx, name: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    SELECT EXISTS (SELECT 1 FROM "actor" WHERE lower("preferredUsername") = lower(${name}) AND "serverId" IS NULL)
        OR EXISTS (SELECT 1 FROM "actorReserved" WHERE lower("preferredUsername") = lower(${name})) AS taken`.execute(
    db,
  )
  return rows[0]!.taken
}

/** Keeps name and keys of an actor that is about to be deleted, to sign its Delete (spec 07 §2.1). */
export async function reserveActor(tx: Tx, actorId: number, now: Date): Promise<void> {
  await sql`
    INSERT INTO "actorReserved"
      ("preferredUsername", "publicKey", "privateKey", url, "actorId", "accountId", "videoChannelId", "createdAt", "updatedAt")
    SELECT "preferredUsername", COALESCE("publicKey", ''), COALESCE("privateKey", ''), url, id, "accountId", "videoChannelId",
           ${now}, ${now}
      FROM "actor" WHERE id = ${actorId}
    ON CONFLICT DO NOTHING`.execute(tx)
}

/** To be called before actors are deleted: those whom they follow, and who follow them, count them no longer. */
export async function discountFollows(tx: Tx, actorIds: readonly number[]): Promise<void> {
  await sql`
    UPDATE "actor" a SET "followersCount" = GREATEST(0, a."followersCount" - f.count)
      FROM (SELECT "targetActorId", count(*) AS count FROM "actorFollow"
             WHERE "actorId" = ANY(${actorIds}::int[]) AND state = 'accepted' GROUP BY 1) f
     WHERE a.id = f."targetActorId"`.execute(tx)
  await sql`
    UPDATE "actor" a SET "followingCount" = GREATEST(0, a."followingCount" - f.count)
      FROM (SELECT "actorId", count(*) AS count FROM "actorFollow"
             WHERE "targetActorId" = ANY(${actorIds}::int[]) AND state = 'accepted' GROUP BY 1) f
     WHERE a.id = f."actorId"`.execute(tx)
}

export async function actorNeedsKeys(db: Db | Tx, actorId: number): Promise<boolean> {
  const row = await db.selectFrom('actor').select('publicKey').where('id', '=', actorId).executeTakeFirst()
  return row !== undefined && row.publicKey === null
}

/** Keys that are there stay. */
export async function saveActorKeys(
  db: Db | Tx,
  actorId: number,
  keys: { publicKey: string; privateKey: string },
): Promise<void> {
  await db.updateTable('actor').set(keys).where('id', '=', actorId).where('publicKey', 'is', null).execute()
}
