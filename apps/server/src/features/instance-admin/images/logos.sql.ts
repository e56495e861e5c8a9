import type { Tx } from '#foundation/db/database.ts'

export interface NewLogo {
  filename: string
  /** Pixels; null: of any size. */
  width: number | null
  height: number | null
}

export async function insertLogo(
  tx: Tx,
  { now, ...logo }: NewLogo & { actorId: number; type: number; now: Date },
): Promise<void> {
  await tx
    .insertInto('uploadImage')
    .values({ ...logo, fileUrl: null, createdAt: now, updatedAt: now })
    .execute()
}

/** Returns the names of their files. Two changes of one logo wait for each other. */
export async function deleteLogos(tx: Tx, actorId: number, type: number): Promise<string[]> {
  await tx.selectFrom('actor').select('id').where('id', '=', actorId).forUpdate().execute()
  const rows = await tx
    .deleteFrom('uploadImage')
    .where('actorId', '=', actorId)
    .where('type', '=', type)
    .returning('filename')
    .execute()
  return rows.map(({ filename }) => filename)
}
