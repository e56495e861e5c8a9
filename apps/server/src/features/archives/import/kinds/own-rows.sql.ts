import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'

// What an account has already.

/** Among these videos, by their ids. */
export async function findOwnRates(
  db: Db,
  accountId: number,
  videoIds: readonly number[],
): Promise<Map<number, 'like' | 'dislike'>> {
  const rows = await db
    .selectFrom('accountVideoRate')
    .select(['videoId', 'type'])
    .where('accountId', '=', accountId)
    .where('videoId', 'in', [...videoIds, 0])
    .execute()
  return new Map(rows.map((row) => [row.videoId, row.type]))
}

export async function findOwnWatched(db: Db, userId: number, videoIds: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('userVideoHistory')
    .select('videoId')
    .where('userId', '=', userId)
    .where('videoId', 'in', [...videoIds, 0])
    .execute()
  return new Set(rows.map((row) => row.videoId))
}

export interface OwnPlaylist {
  id: number
  name: string
  type: number
  createdAt: Date
  videoIds: number[]
}

export async function findOwnPlaylists(db: Db, accountId: number): Promise<OwnPlaylist[]> {
  const { rows } = await sql<OwnPlaylist>`
    SELECT p."id", p."name", p."type", p."createdAt", coalesce((SELECT json_agg(e."videoId")
      FROM "videoPlaylistElement" e WHERE e."videoPlaylistId" = p."id" AND e."videoId" IS NOT NULL), '[]'::json)
      AS "videoIds"
    FROM "videoPlaylist" p WHERE p."ownerAccountId" = ${accountId} ORDER BY p."id"`.execute(db)
  return rows
}
