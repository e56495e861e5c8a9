import type { Selectable } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { VideoCaptionTable } from '#foundation/db/peertube-tables.ts'

export type CaptionRow = Selectable<VideoCaptionTable>

export async function findCaptions(db: Db | Tx, videoId: number): Promise<CaptionRow[]> {
  return db.selectFrom('videoCaption').selectAll().where('videoId', '=', videoId).orderBy('language').execute()
}

export async function findCaption(db: Db | Tx, videoId: number, language: string): Promise<CaptionRow | undefined> {
  return db
    .selectFrom('videoCaption')
    .selectAll()
    .where('videoId', '=', videoId)
    .where('language', '=', language)
    .executeTakeFirst()
}

/** The caption of its language, new or replaced; the caller holds the video's lock. */
export async function upsertCaption(
  tx: Tx,
  caption: { videoId: number; language: string; filename: string; automaticallyGenerated: boolean },
  now: Date,
): Promise<CaptionRow> {
  const values = { ...caption, m3u8Filename: null, m3u8Url: null, fileUrl: null, storage: 0, cached: false }
  return tx
    .insertInto('videoCaption')
    .values({ ...values, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.columns(['videoId', 'language']).doUpdateSet({ ...values, updatedAt: now }))
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function deleteCaptionRow(tx: Tx, captionId: number): Promise<CaptionRow | undefined> {
  return tx.deleteFrom('videoCaption').where('id', '=', captionId).returningAll().executeTakeFirst()
}

/** Whoever writes captions of a video waits here for whoever does. False when the video is gone. */
export async function lockVideo(tx: Tx, videoId: number): Promise<boolean> {
  const row = await tx.selectFrom('video').select('id').where('id', '=', videoId).forUpdate().executeTakeFirst()
  return row !== undefined
}

/** False when the caption was replaced or deleted meanwhile. */
export async function setCaptionPlaylist(
  db: Db | Tx,
  caption: Pick<CaptionRow, 'id' | 'filename'>,
  m3u8Filename: string | null,
): Promise<boolean> {
  const result = await db
    .updateTable('videoCaption')
    .set({ m3u8Filename })
    .where('id', '=', caption.id)
    .where('filename', '=', caption.filename)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
