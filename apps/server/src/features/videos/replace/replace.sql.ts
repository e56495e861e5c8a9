import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface ForgottenFile {
  filename: string | null
  torrentFilename: string | null
  videoStreamingPlaylistId: number | null
}

/** All web videos and HLS files of a video, and its playlist. */
export async function deleteAllFiles(tx: Tx, videoId: number): Promise<ForgottenFile[]> {
  const { rows } = await sql<ForgottenFile>`
    DELETE FROM "videoFile" WHERE "videoId" = ${videoId} OR "videoStreamingPlaylistId" IN (
      SELECT p."id" FROM "videoStreamingPlaylist" p WHERE p."videoId" = ${videoId})
    RETURNING "filename", "torrentFilename", "videoStreamingPlaylistId"`.execute(tx)
  await tx.deleteFrom('videoStreamingPlaylist').where('videoId', '=', videoId).execute()
  return rows
}

/** Whether somebody sent the pictures of the video, instead of having them made of it. */
export async function hasChosenThumbnails(db: Db | Tx, videoId: number): Promise<boolean> {
  const row = await db
    .selectFrom('thumbnail')
    .select('id')
    .where('videoId', '=', videoId)
    .where('automaticallyGenerated', '=', false)
    .executeTakeFirst()
  return row !== undefined
}
