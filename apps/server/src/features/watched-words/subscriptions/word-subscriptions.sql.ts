import { sql, type Selectable } from 'kysely'
import { SyncState } from '@sepiola/contract/enums.ts'
import { listFollowedLists, type FollowedListPage } from '#features/blocklists/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { WordListSubscriptionTable } from '#foundation/db/sepiola-tables.ts'

export type WordSubscriptionRow = Selectable<WordListSubscriptionTable> & { importedWordsCount: number }

const counted = sql`s.*, coalesce((SELECT cardinality(l."words") FROM "watchedWordsList" l WHERE l."id" = s."listId"), 0)
  AS "importedWordsCount"`

export function listWordSubscriptions(db: Db | Tx, accountId: number, page: FollowedListPage) {
  const own = { table: 'sepiola.wordListSubscription', select: counted, where: sql`s."accountId" = ${accountId}` }
  return listFollowedLists<WordSubscriptionRow>(db, own, page)
}

export async function findWordSubscription(db: Db | Tx, id: number): Promise<WordSubscriptionRow | undefined> {
  const { rows } = await sql<WordSubscriptionRow>`
    SELECT ${counted} FROM sepiola."wordListSubscription" s WHERE s."id" = ${id}`.execute(db)
  return rows[0]
}

export async function findWordSubscriptionIds(db: Db | Tx): Promise<number[]> {
  const rows = await db.selectFrom('sepiola.wordListSubscription').select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}

export async function hasListNamed(db: Db | Tx, accountId: number, listName: string): Promise<boolean> {
  const row = await db
    .selectFrom('watchedWordsList')
    .select('id')
    .where('accountId', '=', accountId)
    .where('listName', '=', listName)
    .executeTakeFirst()
  return row !== undefined
}

export async function isSubscribed(db: Db | Tx, accountId: number, url: string): Promise<boolean> {
  const row = await db
    .selectFrom('sepiola.wordListSubscription')
    .select('id')
    .where('accountId', '=', accountId)
    .where('url', '=', url)
    .executeTakeFirst()
  return row !== undefined
}

/** Undefined when the account follows this URL already. */
export async function insertWordSubscription(
  tx: Tx,
  { now, ...columns }: { accountId: number; name: string; url: string; now: Date },
): Promise<number | undefined> {
  const row = await tx
    .insertInto('sepiola.wordListSubscription')
    .values({ ...columns, state: SyncState.WAITING_FIRST_RUN, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.columns(['accountId', 'url']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function updateWordSubscription(
  db: Db | Tx,
  id: number,
  change: {
    state: number
    updatedAt: Date
    name?: string
    lastSyncAt?: Date
    lastActionAt?: Date
    listId?: number | null
  },
): Promise<void> {
  await db.updateTable('sepiola.wordListSubscription').set(change).where('id', '=', id).execute()
}

/** Its list goes with it. False when the account has no such subscription. */
export async function deleteWordSubscription(tx: Tx, accountId: number, id: number): Promise<boolean> {
  const row = await tx
    .deleteFrom('sepiola.wordListSubscription')
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .returning('listId')
    .executeTakeFirst()
  if (row?.listId) await tx.deleteFrom('watchedWordsList').where('id', '=', row.listId).execute()
  return row !== undefined
}

/** The words that are imported so far; the row stays locked until the transaction ends. */
export async function lockImportedWords(tx: Tx, listId: number | null): Promise<string[]> {
  if (listId === null) return []
  const row = await tx
    .selectFrom('watchedWordsList')
    .select('words')
    .where('id', '=', listId)
    .forUpdate()
    .executeTakeFirst()
  return row?.words ?? []
}
