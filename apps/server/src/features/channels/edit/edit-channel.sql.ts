import type { Db, Tx } from '#foundation/db/database.ts'

/** New video content moves `updatedAt` (spec 04 §1). */
export async function channelContentChanged(db: Db | Tx, channelId: number, now: Date): Promise<void> {
  await db.updateTable('videoChannel').set({ updatedAt: now }).where('id', '=', channelId).execute()
}

/** False: it is gone, or belongs to somebody else already. */
export async function setChannelOwner(
  tx: Tx,
  { channelId, from, to, now }: { channelId: number; from: number; to: number; now: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('videoChannel')
    .set({ accountId: to, updatedAt: now })
    .where('id', '=', channelId)
    .where('accountId', '=', from)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function countChannels(db: Db | Tx, accountId: number): Promise<number> {
  const row = await db
    .selectFrom('videoChannel')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('accountId', '=', accountId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
