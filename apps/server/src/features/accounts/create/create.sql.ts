import { sql } from 'kysely'
import { PlaylistPrivacy, PlaylistType } from '@sepiola/contract/enums.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export async function insertAccount(
  tx: Tx,
  account: { name: string; description: string | null; userId: number | null; applicationId: number | null; now: Date },
): Promise<number> {
  const { now, ...columns } = account
  const row = await tx
    .insertInto('account')
    .values({ ...columns, createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function insertChannel(
  tx: Tx,
  channel: { name: string; description: string | null; support: string | null; accountId: number; now: Date },
): Promise<number> {
  const { now, ...columns } = channel
  const row = await tx
    .insertInto('videoChannel')
    .values({ ...columns, createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/**
 * Every user has the private playlist "Watch later" (spec 04 §6.1); accounts of users get it that lack it, all or one.
 * `urlPrefix`: what the addresses of playlists begin with.
 */
export async function insertMissingWatchLater(
  db: Db | Tx,
  { urlPrefix, now, accountId }: { urlPrefix: string; now: Date; accountId?: number },
): Promise<void> {
  await sql`
    INSERT INTO "videoPlaylist" ("uuid", "url", "name", "privacy", "type", "ownerAccountId", "createdAt", "updatedAt")
    SELECT m."uuid", ${urlPrefix}::text || m."uuid", 'Watch later', ${PlaylistPrivacy.PRIVATE},
      ${PlaylistType.WATCH_LATER}, m."id", ${now}, ${now}
    FROM (SELECT a."id", gen_random_uuid() AS "uuid" FROM "account" a WHERE a."userId" IS NOT NULL
      ${accountId === undefined ? sql`` : sql`AND a."id" = ${accountId}`} AND NOT EXISTS (
      SELECT FROM "videoPlaylist" p WHERE p."ownerAccountId" = a."id" AND p."type" = ${PlaylistType.WATCH_LATER})) m`.execute(
    db,
  )
}
