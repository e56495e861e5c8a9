import { sql, type RawBuilder } from 'kysely'
import { accountJson, type AccountRow } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface MutePage {
  start: number
  count: number
  sort: 'createdAt' | '-createdAt'
  search?: string | undefined
}

export interface AccountMuteRow {
  byAccount: AccountRow
  blockedAccount: AccountRow
  createdAt: Date
}

export interface ServerMuteRow {
  byAccount: AccountRow
  host: string
  createdAt: Date
}

const like = (search: string) => `%${search.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

async function listPage<Row>(
  db: Db | Tx,
  page: MutePage,
  parts: { from: RawBuilder<unknown>; columns: RawBuilder<unknown> },
): Promise<{ total: number; rows: Row[] }> {
  const direction = page.sort === 'createdAt' ? sql`ASC` : sql`DESC`
  const limit = page.count === 0 ? sql`` : sql`LIMIT ${page.count}`
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*)::int AS total ${parts.from}`.execute(db),
    sql<Row>`
      SELECT ${parts.columns}
        FROM (SELECT m.* ${parts.from} ORDER BY m."createdAt" ${direction}, m."id" ASC ${limit} OFFSET ${page.start}) m
       ORDER BY m."createdAt" ${direction}, m."id" ASC`.execute(db),
  ])
  return { total: counted.rows[0]!.total, rows: listed.rows }
}

/** Accounts that `accountId` mutes; `search` in display name or actor URL. */
export function listAccountMutes(db: Db | Tx, accountId: number, page: MutePage) {
  const matches = page.search
    ? sql`AND (EXISTS (SELECT FROM "account" t WHERE t."id" = m."targetAccountId" AND lower(t."name") LIKE ${like(page.search)})
        OR EXISTS (SELECT FROM "actor" t WHERE t."accountId" = m."targetAccountId" AND lower(t."url") LIKE ${like(page.search)}))`
    : sql``
  return listPage<AccountMuteRow>(db, page, {
    from: sql`FROM "accountBlocklist" m WHERE m."accountId" = ${accountId} ${matches}`,
    columns: sql`m."createdAt", ${accountJson(sql<number>`m."accountId"`)} AS "byAccount",
      ${accountJson(sql<number>`m."targetAccountId"`)} AS "blockedAccount"`,
  })
}

/** Servers that `accountId` mutes; `search` in the host. */
export function listServerMutes(db: Db | Tx, accountId: number, page: MutePage) {
  const matches = page.search
    ? sql`AND EXISTS (SELECT FROM "server" t WHERE t."id" = m."targetServerId" AND lower(t."host") LIKE ${like(page.search)})`
    : sql``
  return listPage<ServerMuteRow>(db, page, {
    from: sql`FROM "serverBlocklist" m WHERE m."accountId" = ${accountId} ${matches}`,
    columns: sql`m."createdAt", ${accountJson(sql<number>`m."accountId"`)} AS "byAccount",
      (SELECT t."host" FROM "server" t WHERE t."id" = m."targetServerId") AS "host"`,
  })
}

export interface MuteLogRow {
  action: 'block' | 'unblock'
  target: string
  createdAt: Date
}

/** What the instance muted and unmuted from `since` on, oldest first. */
export async function findMuteLog(db: Db | Tx, since: Date, limit: number): Promise<MuteLogRow[]> {
  const { rows } = await sql<MuteLogRow>`
    SELECT l."action", l."target", l."createdAt" FROM sepiola."blocklistLog" l
     WHERE l."createdAt" >= ${since}
       AND l."accountId" IN (SELECT i."id" FROM "account" i WHERE i."applicationId" IS NOT NULL)
     ORDER BY l."createdAt", l."id" LIMIT ${limit}`.execute(db)
  return rows
}
