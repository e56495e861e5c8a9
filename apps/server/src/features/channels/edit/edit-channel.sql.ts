import type { Db, Tx } from '#foundation/db/database.ts'

/** New video content moves `updatedAt` (spec 04 §1). */
export async function channelContentChanged(db: Db | Tx, channelId: number, now: Date): Promise<void> {
  await db.updateTable('videoChannel').set({ updatedAt: now }).where('id', '=', channelId).execute()
}

export async function countChannels(db: Db | Tx, accountId: number): Promise<number> {
  const row = await db
    .selectFrom('videoChannel')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('accountId', '=', accountId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
