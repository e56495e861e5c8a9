import type { Db, Tx } from '#foundation/db/database.ts'

export async function lockVideoState(db: Db | Tx, videoId: number) {
  return db
    .selectFrom('video')
    .select(['id', 'uuid', 'state', 'privacy'])
    .where('id', '=', videoId)
    .forUpdate()
    .executeTakeFirst()
}

export async function updateVideoState(
  db: Db | Tx,
  videoId: number,
  change: { state: number; publishedAt?: Date; updatedAt: Date },
): Promise<void> {
  await db.updateTable('video').set(change).where('id', '=', videoId).execute()
}
