import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { cutChapterTitle, latestTimecode, type Chapter } from './parse-chapters.ts'

/**
 * Of a video that has none yet. Of several at the same time the first is kept; those of a container, which nobody has
 * checked, are cut or left out.
 */
export async function insertChapters(
  db: Db | Tx,
  videoId: number,
  chapters: readonly Chapter[],
  now: Date,
): Promise<void> {
  const named = chapters
    .map(({ timecode, title }) => ({ timecode, title: cutChapterTitle(title) }))
    .filter(({ timecode, title }) => title.trim() !== '' && timecode >= 0 && timecode <= latestTimecode)
  if (named.length === 0) return
  // One parameter however many there are: a body holds more than a statement can have.
  await sql`
    INSERT INTO "videoChapter" ("timecode", "title", "videoId", "createdAt", "updatedAt")
    SELECT c."timecode", c."title", ${videoId}, ${now}, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(named)}::jsonb) AS c ("timecode" int, "title" text)
    ON CONFLICT DO NOTHING`.execute(db)
}
