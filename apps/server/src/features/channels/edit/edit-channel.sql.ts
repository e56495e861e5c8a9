import type { Db, Tx } from '#foundation/db/database.ts'

/** New video content moves `updatedAt` (spec 04 §1). */
export async function channelContentChanged(db: Db | Tx, channelId: number, now: Date): Promise<void> {
  await db.updateTable('videoChannel').set({ updatedAt: now }).where('id', '=', channelId).execute()
}
