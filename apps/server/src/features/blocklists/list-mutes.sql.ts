import { sql, type RawBuilder } from 'kysely'
import { accountJson, instanceAccountIds, type AccountRow } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { containing, pageClause, readSort } from '#foundation/db/list-clauses.ts'

export interface MutePage {
  start: number
  count: number
  sort: 'createdAt' | '-createdAt'
  search?: string | undefined
  /** Only what came from followed lists with this name. */
  subscriptionName?: string | undefined
}

/** The followed list that a mute came from. */
export interface MuteSourceRow {
  id: number
  name: string
  url: string
}

export interface AccountMuteRow {
  byAccount: AccountRow
  blockedAccount: AccountRow
  subscription: MuteSourceRow | null
  createdAt: Date
}

export interface ServerMuteRow {
  byAccount: AccountRow
  host: string
  subscription: MuteSourceRow | null
  createdAt: Date
}

const like = (search: string) => containing(search.toLowerCase())

async function listPage<Row>(
  db: Db | Tx,
  page: MutePage,
  parts: { from: RawBuilder<unknown>; columns: RawBuilder<unknown> },
): Promise<{ total: number; rows: Row[] }> {
  const { direction } = readSort(page.sort)
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*)::int AS total ${parts.from}`.execute(db),
    sql<Row>`
      SELECT ${parts.columns}
        FROM (SELECT m.* ${parts.from} ORDER BY m."createdAt" ${direction}, m."id" ASC ${pageClause(page)}) m
       ORDER BY m."createdAt" ${direction}, m."id" ASC`.execute(db),
  ])
  return { total: counted.rows[0]!.total, rows: listed.rows }
}

const sources = {
  account: sql`sepiola."subscribedAccountMute" d JOIN sepiola."blocklistSubscription" s ON s."id" = d."subscriptionId"
    WHERE d."muteId" = m."id"`,
  server: sql`sepiola."subscribedServerMute" d JOIN sepiola."blocklistSubscription" s ON s."id" = d."subscriptionId"
    WHERE d."muteId" = m."id"`,
}

const sourceJson = (kind: keyof typeof sources) => sql`
  (SELECT json_build_object('id', s."id", 'name', s."name", 'url', s."url") FROM ${sources[kind]}) AS "subscription"`

function fromSource(kind: keyof typeof sources, name: string | undefined): RawBuilder<unknown> {
  return name ? sql`AND EXISTS (SELECT FROM ${sources[kind]} AND lower(s."name") = lower(${name}))` : sql``
}

/** Accounts that `accountId` mutes; `search` in display name or actor URL. */
export function listAccountMutes(db: Db | Tx, accountId: number, page: MutePage) {
  const matches = page.search
    ? sql`AND (EXISTS (SELECT FROM "account" t WHERE t."id" = m."targetAccountId" AND lower(t."name") LIKE ${like(page.search)})
        OR EXISTS (SELECT FROM "actor" t WHERE t."accountId" = m."targetAccountId" AND lower(t."url") LIKE ${like(page.search)}))`
    : sql``
  return listPage<AccountMuteRow>(db, page, {
    from: sql`FROM "accountBlocklist" m WHERE m."accountId" = ${accountId} ${matches} ${fromSource('account', page.subscriptionName)}`,
    columns: sql`m."createdAt", ${sourceJson('account')}, ${accountJson(sql<number>`m."accountId"`)} AS "byAccount",
      ${accountJson(sql<number>`m."targetAccountId"`)} AS "blockedAccount"`,
  })
}

/** Servers that `accountId` mutes; `search` in the host. */
export function listServerMutes(db: Db | Tx, accountId: number, page: MutePage) {
  const matches = page.search
    ? sql`AND EXISTS (SELECT FROM "server" t WHERE t."id" = m."targetServerId" AND lower(t."host") LIKE ${like(page.search)})`
    : sql``
  return listPage<ServerMuteRow>(db, page, {
    from: sql`FROM "serverBlocklist" m WHERE m."accountId" = ${accountId} ${matches} ${fromSource('server', page.subscriptionName)}`,
    columns: sql`m."createdAt", ${sourceJson('server')}, ${accountJson(sql<number>`m."accountId"`)} AS "byAccount",
      (SELECT t."host" FROM "server" t WHERE t."id" = m."targetServerId") AS "host"`,
  })
}

export interface MuteLogRow {
  action: 'block' | 'unblock'
  target: string
  createdAt: Date
}

/** What moderators muted and unmuted for the instance from `since` on, oldest first. */
export async function findMuteLog(db: Db | Tx, since: Date, limit: number): Promise<MuteLogRow[]> {
  const { rows } = await sql<MuteLogRow>`
    SELECT l."action", l."target", l."createdAt" FROM sepiola."blocklistLog" l
     WHERE l."createdAt" >= ${since} AND l."manual"
       AND l."accountId" IN (${instanceAccountIds})
     ORDER BY l."createdAt", l."id" LIMIT ${limit}`.execute(db)
  return rows
}
