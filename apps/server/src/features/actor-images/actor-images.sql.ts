import type { Db, Tx } from '#foundation/db/database.ts'

export interface NewActorImage {
  filename: string
  /** pixels */
  width: number
  height: number
}

export async function insertActorImages(
  tx: Tx,
  { actorId, type, images, now }: { actorId: number; type: number; images: readonly NewActorImage[]; now: Date },
): Promise<void> {
  await tx
    .insertInto('actorImage')
    .values(
      images.map((image) => ({
        ...image,
        actorId,
        type,
        fileUrl: null,
        cached: false,
        createdAt: now,
        updatedAt: now,
      })),
    )
    .execute()
}

/** Returns the names of their files. */
export async function deleteActorImages(tx: Tx, actorId: number, type: number): Promise<string[]> {
  const rows = await tx
    .deleteFrom('actorImage')
    .where('actorId', '=', actorId)
    .where('type', '=', type)
    .returning('filename')
    .execute()
  return rows.map((row) => row.filename)
}

/** Of all types; the rows go with the actor. */
export async function findActorImageFiles(db: Db | Tx, actorIds: readonly number[]): Promise<string[]> {
  if (actorIds.length === 0) return []
  const rows = await db.selectFrom('actorImage').select('filename').where('actorId', 'in', actorIds).execute()
  return rows.map((row) => row.filename)
}
