import type { Insertable } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { StoryboardTable } from '#foundation/db/peertube-tables.ts'

/** File names of what the video had. */
export async function deleteStoryboards(db: Db | Tx, videoId: number): Promise<string[]> {
  const rows = await db.deleteFrom('storyboard').where('videoId', '=', videoId).returning('filename').execute()
  return rows.map((row) => row.filename)
}

export async function insertStoryboard(db: Db | Tx, storyboard: Insertable<StoryboardTable>): Promise<void> {
  await db.insertInto('storyboard').values(storyboard).execute()
}
