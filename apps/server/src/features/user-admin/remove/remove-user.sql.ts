import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface OwnActors {
  accountId: number
  actorId: number
  name: string
  url: string
  channels: { channelId: number; actorId: number; name: string; url: string }[]
}

/** The account and channels of a user. */
export async function findOwnActors(db: Db | Tx, userId: number): Promise<OwnActors | undefined> {
  const { rows } = await sql<OwnActors>`
    SELECT a.id AS "accountId", act.id AS "actorId", act."preferredUsername" AS name, act.url,
           COALESCE((SELECT json_agg(json_build_object('channelId', c.id, 'actorId', ca.id,
                              'name', ca."preferredUsername", 'url', ca.url) ORDER BY c.id)
                       FROM "videoChannel" c JOIN "actor" ca ON ca."videoChannelId" = c.id
                      WHERE c."accountId" = a.id), '[]') AS channels
      FROM "account" a JOIN "actor" act ON act."accountId" = a.id
     WHERE a."userId" = ${userId}`.execute(db)
  return rows[0]
}

export async function findUploadIds(db: Db | Tx, userId: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT "id" FROM sepiola."uploadSession" WHERE "userId" = ${userId}`.execute(db)
  return rows.map((row) => row.id)
}

/** Until the transaction ends nobody adds videos to these channels. */
export async function lockChannels(tx: Tx, accountId: number): Promise<void> {
  await tx.selectFrom('videoChannel').select('id').where('accountId', '=', accountId).forUpdate().execute()
}

export async function findOwnVideoIds(db: Db | Tx, accountId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('video as v')
    .innerJoin('videoChannel as c', 'c.id', 'v.channelId')
    .select('v.id')
    .where('c.accountId', '=', accountId)
    .orderBy('v.id')
    .execute()
  return rows.map((row) => row.id)
}

export async function findPlaylistPictures(db: Db | Tx, accountId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('thumbnail as t')
    .innerJoin('videoPlaylist as p', 'p.id', 't.videoPlaylistId')
    .select('t.filename')
    .where('p.ownerAccountId', '=', accountId)
    .execute()
  return rows.map((row) => row.filename)
}

/** What others show of somebody who leaves: votes no longer count. */
export async function discountVotes(tx: Tx, accountId: number): Promise<void> {
  await sql`
    UPDATE "video" v SET likes = GREATEST(0, v.likes - r.likes), dislikes = GREATEST(0, v.dislikes - r.dislikes)
      FROM (SELECT "videoId", count(*) FILTER (WHERE type = 'like') AS likes,
                   count(*) FILTER (WHERE type = 'dislike') AS dislikes
              FROM "accountVideoRate" WHERE "accountId" = ${accountId} GROUP BY "videoId") r
     WHERE v.id = r."videoId"`.execute(tx)
}

export async function findCommentedVideoIds(db: Db | Tx, accountId: number): Promise<number[]> {
  const { rows } = await sql<{ videoId: number }>`
    SELECT DISTINCT "videoId" FROM "videoComment" WHERE "accountId" = ${accountId}`.execute(db)
  return rows.map((row) => row.videoId)
}

/** Account, actors, channels, playlists, comments, tokens and all the rest go with the row. */
export async function deleteUserRow(tx: Tx, userId: number): Promise<void> {
  await tx.deleteFrom('user').where('id', '=', userId).execute()
}
