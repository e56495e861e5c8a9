import { sql, type Selectable } from 'kysely'
import { SyncState } from '@sepiola/contract/enums.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { BlocklistSubscriptionTable } from '#foundation/db/sepiola-tables.ts'
import { listFollowedLists, type FollowedListPage } from './followed-list.sql.ts'

export type SubscriptionRow = Selectable<BlocklistSubscriptionTable> & {
  mutedAccountsCount: number
  mutedServersCount: number
}

const counted = sql`s.*,
  (SELECT count(*)::int FROM sepiola."subscribedAccountMute" m WHERE m."subscriptionId" = s."id") AS "mutedAccountsCount",
  (SELECT count(*)::int FROM sepiola."subscribedServerMute" m WHERE m."subscriptionId" = s."id") AS "mutedServersCount"`

export function listSubscriptions(db: Db | Tx, page: FollowedListPage) {
  const all = { table: 'sepiola.blocklistSubscription', select: counted, where: sql`TRUE` }
  return listFollowedLists<SubscriptionRow>(db, all, page)
}

export async function findSubscription(db: Db | Tx, id: number): Promise<SubscriptionRow | undefined> {
  const { rows } = await sql<SubscriptionRow>`
    SELECT ${counted} FROM sepiola."blocklistSubscription" s WHERE s."id" = ${id}`.execute(db)
  return rows[0]
}

export async function findSubscriptionIds(db: Db | Tx): Promise<number[]> {
  const rows = await db.selectFrom('sepiola.blocklistSubscription').select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** Undefined when this URL is followed already. */
export async function insertSubscription(
  tx: Tx,
  { name, url, now }: { name: string; url: string; now: Date },
): Promise<number | undefined> {
  const row = await tx
    .insertInto('sepiola.blocklistSubscription')
    .values({ name, url, state: SyncState.WAITING_FIRST_RUN, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.column('url').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function updateSubscription(
  db: Db | Tx,
  id: number,
  change: { state: number; updatedAt: Date; name?: string; lastSyncAt?: Date; lastActionAt?: Date },
): Promise<void> {
  await db.updateTable('sepiola.blocklistSubscription').set(change).where('id', '=', id).execute()
}

/** The mutes that came from it go with it. False when there is none. */
export async function deleteSubscription(tx: Tx, id: number): Promise<boolean> {
  await sql`DELETE FROM "accountBlocklist" WHERE "id" IN (
    SELECT m."muteId" FROM sepiola."subscribedAccountMute" m WHERE m."subscriptionId" = ${id})`.execute(tx)
  await sql`DELETE FROM "serverBlocklist" WHERE "id" IN (
    SELECT m."muteId" FROM sepiola."subscribedServerMute" m WHERE m."subscriptionId" = ${id})`.execute(tx)
  const result = await tx.deleteFrom('sepiola.blocklistSubscription').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}
