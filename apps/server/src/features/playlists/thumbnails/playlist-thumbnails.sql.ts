import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { StoredThumbnail } from '#features/videos/public.ts'

/** File name of the picture that stands for a playlist. */
export type ThumbnailSource = string | undefined

/**
 * The best picture of the first video that may be shown to who sees the playlist: a public or unlisted one; in a
 * private playlist also one of its owner. Others must not show up by being added to somebody's playlist.
 */
export async function findThumbnailSource(db: Db | Tx, playlistId: number): Promise<ThumbnailSource> {
  const { rows } = await sql<{ filename: string }>`
    SELECT picture."filename" FROM "videoPlaylist" p
    JOIN "videoPlaylistElement" e ON e."videoPlaylistId" = p."id"
    JOIN "video" v ON v."id" = e."videoId" JOIN "videoChannel" c ON c."id" = v."channelId"
    CROSS JOIN LATERAL (
      SELECT t."filename" FROM "thumbnail" t WHERE t."videoId" = v."id"
      ORDER BY t."aspectRatio" = '16:9' DESC, t."width" DESC LIMIT 1
    ) picture
    WHERE p."id" = ${playlistId} AND ((v."privacy" IN (1, 2)
        AND NOT EXISTS (SELECT FROM "videoBlacklist" b WHERE b."videoId" = v."id"))
      OR (p."privacy" = 3 AND c."accountId" = p."ownerAccountId"))
    ORDER BY e."position", e."id" LIMIT 1`.execute(db)
  return rows[0]?.filename
}

/** Somebody chose the picture, so it stays. */
export async function hasChosenThumbnail(db: Db | Tx, playlistId: number): Promise<boolean> {
  const row = await db
    .selectFrom('thumbnail')
    .select('id')
    .where('videoPlaylistId', '=', playlistId)
    .where('automaticallyGenerated', 'is not', true)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Files of a picture that somebody chose, the largest first. */
export async function findChosenThumbnails(db: Db | Tx, playlistId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('thumbnail')
    .select('filename')
    .where('videoPlaylistId', '=', playlistId)
    .where('automaticallyGenerated', 'is not', true)
    .orderBy('width', (order) => order.desc().nullsLast())
    .execute()
  return rows.map((row) => row.filename)
}

/** File names of those that are gone now. */
export async function deletePlaylistThumbnails(tx: Tx, playlistId: number): Promise<string[]> {
  const rows = await tx
    .deleteFrom('thumbnail')
    .where('videoPlaylistId', '=', playlistId)
    .returning('filename')
    .execute()
  return rows.map((row) => row.filename)
}

export async function insertPlaylistThumbnails(
  tx: Tx,
  playlistId: number,
  thumbnails: readonly StoredThumbnail[],
  now: Date,
): Promise<void> {
  if (thumbnails.length === 0) return
  await tx
    .insertInto('thumbnail')
    .values(
      thumbnails.map(({ filename, width, height, aspectRatio, automaticallyGenerated }) => ({
        ...{ filename, width, height, aspectRatio, automaticallyGenerated },
        ...{ fileUrl: null, cached: false, videoId: null, videoPlaylistId: playlistId, createdAt: now, updatedAt: now },
      })),
    )
    .execute()
}
