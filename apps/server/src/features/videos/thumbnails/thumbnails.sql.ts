import type { Db, Tx } from '#foundation/db/database.ts'

export interface ThumbnailOwner {
  videoId: number
}

export async function findThumbnails(db: Db | Tx, owner: ThumbnailOwner) {
  return db
    .selectFrom('thumbnail')
    .select(['filename', 'width', 'automaticallyGenerated'])
    .where('videoId', '=', owner.videoId)
    .where('fileUrl', 'is', null)
    .execute()
}

export async function deleteThumbnails(db: Db | Tx, owner: ThumbnailOwner): Promise<string[]> {
  const rows = await db.deleteFrom('thumbnail').where('videoId', '=', owner.videoId).returning('filename').execute()
  return rows.map((row) => row.filename)
}

export async function insertThumbnails(
  db: Db | Tx,
  owner: ThumbnailOwner,
  thumbnails: readonly {
    filename: string
    width: number
    height: number
    aspectRatio: string
    automaticallyGenerated: boolean
  }[],
  now: Date,
): Promise<void> {
  if (thumbnails.length === 0) return
  await db
    .insertInto('thumbnail')
    .values(
      thumbnails.map((thumbnail) => ({
        filename: thumbnail.filename,
        width: thumbnail.width,
        height: thumbnail.height,
        aspectRatio: thumbnail.aspectRatio,
        automaticallyGenerated: thumbnail.automaticallyGenerated,
        fileUrl: null,
        cached: false,
        videoId: owner.videoId,
        videoPlaylistId: null,
        createdAt: now,
        updatedAt: now,
      })),
    )
    .execute()
}
