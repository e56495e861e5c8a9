import { sql } from 'kysely'
import type { Updateable } from 'kysely'
import { VideoState } from '@sepiola/contract/enums.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { VideoChannelTable } from '#foundation/db/peertube-tables.ts'

export interface EditedChannel {
  id: number
  name: string
  displayName: string
  description: string | null
  support: string | null
  accountId: number
}

/** Locked until the transaction ends. */
export async function lockChannel(tx: Tx, id: number): Promise<EditedChannel | undefined> {
  const { rows } = await sql<EditedChannel>`
    SELECT c.id, act."preferredUsername" AS name, c.name AS "displayName", c.description, c.support, c."accountId"
      FROM "videoChannel" c JOIN "actor" act ON act."videoChannelId" = c.id
     WHERE c.id = ${id} FOR UPDATE OF c`.execute(tx)
  return rows[0]
}

export async function updateChannelRow(
  tx: Tx,
  id: number,
  change: Updateable<VideoChannelTable>,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('videoChannel')
    .set({ ...change, updatedAt: now })
    .where('id', '=', id)
    .execute()
}

/** The newest published videos of a channel. */
export async function findPublishedVideoIds(db: Db | Tx, channelId: number, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('video')
    .select('id')
    .where('channelId', '=', channelId)
    .where('state', '=', VideoState.PUBLISHED)
    .orderBy('publishedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

export async function findVideoIds(db: Db | Tx, channelId: number): Promise<number[]> {
  const rows = await db.selectFrom('video').select('id').where('channelId', '=', channelId).orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** Syncs, collaborators, activities, subscriptions and the actor go with the row. */
export async function deleteChannelRow(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('videoChannel').where('id', '=', id).execute()
}
