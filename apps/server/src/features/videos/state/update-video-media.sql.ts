import type { Db, Tx } from '#foundation/db/database.ts'

/** What a finished encode learned about the video itself (merged audio, replaced file). */
export async function updateVideoMedia(
  db: Db | Tx,
  videoId: number,
  media: { duration: number; aspectRatio: number | null },
  now: Date,
): Promise<void> {
  await db
    .updateTable('video')
    .set({ ...media, updatedAt: now })
    .where('id', '=', videoId)
    .execute()
}

/** The language that was heard in a video whose people said none. True when it was set. */
export async function setUnknownLanguage(db: Db | Tx, videoId: number, language: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('video')
    .set({ language, updatedAt: now })
    .where('id', '=', videoId)
    .where('language', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
