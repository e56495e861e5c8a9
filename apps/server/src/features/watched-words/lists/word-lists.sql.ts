import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { pageClause, readSort } from '#foundation/db/list-clauses.ts'
import type { WatchedWordsListTable } from '#foundation/db/peertube-tables.ts'

export type WordListRow = Selectable<WatchedWordsListTable>

export interface ListedWordListRow extends WordListRow {
  /** Of the followed list whose words it has. */
  subscriptionUrl: string | null
}

type Column = 'createdAt' | 'updatedAt' | 'listName'

export interface WordListPage {
  start: number
  count: number
  sort: Column | `-${Column}`
}

const columns: Record<Column, RawBuilder<unknown>> = {
  createdAt: sql`l."createdAt"`,
  updatedAt: sql`l."updatedAt"`,
  listName: sql`l."listName" COLLATE "und-x-icu"`,
}

export async function listWordLists(
  db: Db | Tx,
  accountId: number,
  page: WordListPage,
): Promise<{ total: number; rows: ListedWordListRow[] }> {
  const { column, direction } = readSort(page.sort)
  const [{ total }, { rows }] = await Promise.all([
    db
      .selectFrom('watchedWordsList')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .where('accountId', '=', accountId)
      .executeTakeFirstOrThrow(),
    sql<ListedWordListRow>`
      SELECT l.*, s."url" AS "subscriptionUrl" FROM "watchedWordsList" l
        LEFT JOIN sepiola."wordListSubscription" s ON s."listId" = l."id"
       WHERE l."accountId" = ${accountId}
       ORDER BY ${columns[column]} ${direction}, l."id" ASC ${pageClause(page)}`.execute(db),
  ])
  return { total: Number(total), rows }
}

/** All lists of some accounts, in a stable order. */
export async function findWordLists(db: Db | Tx, accountIds: readonly number[]): Promise<WordListRow[]> {
  return db.selectFrom('watchedWordsList').selectAll().where('accountId', 'in', accountIds).orderBy('id').execute()
}

export async function insertWordList(
  tx: Tx,
  list: { accountId: number; listName: string; words: string[]; now: Date },
): Promise<number> {
  const { now, ...columns } = list
  const { id } = await tx
    .insertInto('watchedWordsList')
    .values({ ...columns, createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What is absent stays. Returns the name that it had; undefined when the account has no such list. */
export async function updateWordList(
  tx: Tx,
  { accountId, id }: { accountId: number; id: number },
  change: { listName?: string | undefined; words?: string[] | undefined; updatedAt: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ listName: string }>`
    UPDATE "watchedWordsList" l SET "listName" = coalesce(${change.listName ?? null}::text, l."listName"),
      "words" = coalesce(${change.words ?? null}::text[], l."words"), "updatedAt" = ${change.updatedAt}
    FROM (SELECT "id", "listName" FROM "watchedWordsList" WHERE "id" = ${id} AND "accountId" = ${accountId} FOR UPDATE) before
    WHERE l."id" = before."id" RETURNING before."listName"`.execute(tx)
  return rows[0]?.listName
}

/** False when the account has no such list. */
export async function deleteWordList(tx: Tx, accountId: number, id: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('watchedWordsList')
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
