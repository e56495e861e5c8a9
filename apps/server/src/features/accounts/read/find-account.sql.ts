import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { pageClause, readSort } from '#foundation/db/list-clauses.ts'
import { accountJson, type AccountRow } from './actor-json.sql.ts'

/** `host` null: an account of this server. Names are compared ignoring case. */
export async function findAccountByName(
  db: Db | Tx,
  name: string,
  host: string | null,
): Promise<AccountRow | undefined> {
  const where =
    host === null ? sql`a."serverId" IS NULL` : sql`a."serverId" = (SELECT id FROM "server" WHERE host = ${host})`
  const { rows } = await sql<{ account: AccountRow }>`
    SELECT ${accountJson(sql<number>`a."accountId"`)} AS account
      FROM "actor" a
     WHERE lower(a."preferredUsername") = lower(${name}) AND ${where} AND a."accountId" IS NOT NULL`.execute(db)
  return rows[0]?.account
}

export async function findAccountById(db: Db | Tx, id: number): Promise<AccountRow | undefined> {
  const { rows } = await sql<{ account: AccountRow | null }>`
    SELECT ${accountJson(sql<number>`${id}::int`)} AS account`.execute(db)
  return rows[0]?.account ?? undefined
}

/** Beyond so many accounts their number comes from the statistics of the database: nobody waits for it to be counted. */
const mostCounted = 10_000

async function countAccounts(db: Db | Tx): Promise<number> {
  const { rows } = await sql<{ about: number }>`
    SELECT "reltuples"::int AS "about" FROM pg_class WHERE "oid" = 'public."account"'::regclass`.execute(db)
  if (rows[0]!.about > mostCounted) return rows[0]!.about
  const counted = await db
    .selectFrom('account')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(counted.total)
}

/** A page of all known accounts, local and remote; of very many `total` says about how many there are. */
export async function listAccounts(
  db: Db | Tx,
  page: { start: number; count: number; sort: 'createdAt' | '-createdAt' },
): Promise<{ total: number; accounts: AccountRow[] }> {
  const { direction } = readSort(page.sort)
  const { rows } = await sql<{ account: AccountRow }>`
    SELECT ${accountJson(sql<number>`page.id`)} AS account
      FROM (SELECT id, "createdAt" FROM "account"
             ORDER BY "createdAt" ${direction}, id ASC ${pageClause(page)}) page
     ORDER BY page."createdAt" ${direction}, page.id ASC`.execute(db)
  return { total: await countAccounts(db), accounts: rows.map((row) => row.account) }
}
