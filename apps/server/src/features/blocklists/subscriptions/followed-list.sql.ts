import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { containing, pageClause, readSort } from '#foundation/db/list-clauses.ts'

type Column = 'name' | 'createdAt' | 'lastSyncAt'

export interface FollowedListPage {
  start: number
  count: number
  sort: Column | `-${Column}`
  search?: string | undefined
}

const columns: Record<Column, RawBuilder<unknown>> = {
  name: sql`s."name" COLLATE "und-x-icu"`,
  createdAt: sql`s."createdAt"`,
  lastSyncAt: sql`s."lastSyncAt"`,
}

/**
 * A page of the lists of other servers that are followed, found by name and address. `table` is one of subscriptions;
 * `select` and `where` see its rows as `s`.
 */
export async function listFollowedLists<Row>(
  db: Db | Tx,
  { table, select, where }: { table: string; select: RawBuilder<unknown>; where: RawBuilder<unknown> },
  page: FollowedListPage,
): Promise<{ total: number; rows: Row[] }> {
  const { column, direction } = readSort(page.sort)
  const pattern = containing((page.search ?? '').toLowerCase())
  const from = sql`FROM ${sql.table(table)} s
    WHERE ${where} AND (lower(s."name") LIKE ${pattern} OR lower(s."url") LIKE ${pattern})`
  const [total, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*)::int AS total ${from}`.execute(db),
    sql<Row>`SELECT ${select} ${from}
      ORDER BY ${columns[column]} ${direction}, s."id" ASC ${pageClause(page)}`.execute(db),
  ])
  return { total: total.rows[0]!.total, rows: listed.rows }
}
