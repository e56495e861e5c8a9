import type { Db, Tx } from '#foundation/db/database.ts'

/** Captions that have a playlist beside the video's own. */
export async function findCaptionPlaylists(db: Db | Tx, videoId: number) {
  const rows = await db
    .selectFrom('videoCaption')
    .select(['language', 'm3u8Filename'])
    .where('videoId', '=', videoId)
    .where('m3u8Filename', 'is not', null)
    .orderBy('language')
    .execute()
  return rows.map((row) => ({ language: row.language, playlistFilename: row.m3u8Filename! }))
}
