import { sql } from 'kysely'
import { channelJson, type ChannelRow } from '#features/accounts/public.ts'
import type { Db } from '#foundation/db/database.ts'

/** By any of these ActivityPub addresses. */
export async function findVideoByAddress(
  db: Db,
  urls: readonly string[],
): Promise<{ id: number; uuid: string } | undefined> {
  return db.selectFrom('video').select(['id', 'uuid']).where('url', 'in', urls).executeTakeFirst()
}

export async function findChannelByAddress(db: Db, urls: readonly string[]): Promise<ChannelRow | undefined> {
  const { rows } = await sql<{ channel: ChannelRow }>`
    SELECT ${channelJson(sql<number>`a."videoChannelId"`)} AS "channel" FROM "actor" a
    WHERE a."url" = ANY(${urls}::text[]) AND a."videoChannelId" IS NOT NULL LIMIT 1`.execute(db)
  return rows[0]?.channel
}

export async function findPlaylistByAddress(
  db: Db,
  urls: readonly string[],
): Promise<{ id: number; uuid: string } | undefined> {
  return db.selectFrom('videoPlaylist').select(['id', 'uuid']).where('url', 'in', urls).executeTakeFirst()
}
