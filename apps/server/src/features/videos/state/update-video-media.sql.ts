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
