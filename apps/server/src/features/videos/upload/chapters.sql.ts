import type { Db, Tx } from '#foundation/db/database.ts'
import type { Chapter } from './parse-chapters.ts'

/** Of a video that has none yet. Of several at the same time the first is kept. */
export async function insertChapters(
  db: Db | Tx,
  videoId: number,
  chapters: readonly Chapter[],
  now: Date,
): Promise<void> {
  const named = chapters.filter((chapter) => chapter.title.trim() !== '')
  if (named.length === 0) return
  await db
    .insertInto('videoChapter')
    .values(named.map((chapter) => ({ ...chapter, videoId, createdAt: now, updatedAt: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
