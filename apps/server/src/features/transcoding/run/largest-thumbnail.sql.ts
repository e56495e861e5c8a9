import type { Db, Tx } from '#foundation/db/database.ts'

/** File name; 16:9 before other shapes. */
export async function findLargestThumbnail(db: Db | Tx, videoId: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('thumbnail')
    .select('filename')
    .where('videoId', '=', videoId)
    .orderBy((eb) => eb('aspectRatio', '=', '16:9'), 'desc')
    .orderBy('width', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.filename
}
