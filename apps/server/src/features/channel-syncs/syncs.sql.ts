import { sql, type RawBuilder } from 'kysely'
import { SyncState } from '@sepiola/contract/enums.ts'
import { channelSummaryJson, type ActorSummaryRow } from '#features/accounts/public.ts'
import { channelsOf } from '#features/channels/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { containing, pageClause, readSort } from '#foundation/db/list-clauses.ts'

export interface SyncRow {
  id: number
  state: number
  externalChannelUrl: string
  channelId: number
  createdAt: Date
  lastSyncAt: Date | null
  /** Why the latest run failed as a whole. */
  error: string | null
  channel: ActorSummaryRow
}

const syncColumns = sql`s.id, s.state, s."externalChannelUrl", s."videoChannelId" AS "channelId", s."createdAt",
  s."lastSyncAt",
  (SELECT f.error FROM sepiola."channelSyncFailure" f WHERE f."channelSyncId" = s.id) AS error, ${channelSummaryJson(sql<number>`s."videoChannelId"`)} AS channel`

export async function findSync(db: Db | Tx, id: number): Promise<SyncRow | undefined> {
  const { rows } = await sql<SyncRow>`SELECT ${syncColumns} FROM "videoChannelSync" s WHERE s.id = ${id}`.execute(db)
  return rows[0]
}

/** Of all channels of an account. */
export async function countSyncs(db: Db | Tx, accountId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM "videoChannel" c JOIN "videoChannelSync" s ON s."videoChannelId" = c.id
     WHERE c."accountId" = ${accountId}`.execute(db)
  return Number(rows[0]!.count)
}

export async function insertSync(
  tx: Tx,
  sync: { externalChannelUrl: string; channelId: number; now: Date },
): Promise<number> {
  const { externalChannelUrl, channelId: videoChannelId, now } = sync
  const row = await tx
    .insertInto('videoChannelSync')
    .values({
      ...{ externalChannelUrl, videoChannelId, state: SyncState.WAITING_FIRST_RUN, lastSyncAt: null },
      ...{ createdAt: now, updatedAt: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** One that runs just now goes on. */
export async function waitForRun(tx: Tx, id: number, now: Date): Promise<void> {
  await tx
    .updateTable('videoChannelSync')
    .set({ state: SyncState.WAITING_FIRST_RUN, updatedAt: now })
    .where('id', '=', id)
    .where('state', '<>', SyncState.PROCESSING)
    .execute()
}

/** False: it was deleted. */
export async function beginSync(tx: Tx, id: number, now: Date): Promise<boolean> {
  await tx.deleteFrom('sepiola.channelSyncFailure').where('channelSyncId', '=', id).execute()
  const result = await tx
    .updateTable('videoChannelSync')
    .set({ state: SyncState.PROCESSING, updatedAt: now })
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** What there was at that moment is known; its videos may still be on their way. */
export async function saveLastSync(tx: Db | Tx, id: number, lastSyncAt: Date, now: Date): Promise<void> {
  await tx.updateTable('videoChannelSync').set({ lastSyncAt, updatedAt: now }).where('id', '=', id).execute()
}

/** The run could not even find out which videos there are. */
export async function failSync(tx: Tx, id: number, error: string, now: Date): Promise<void> {
  await endSync(tx, id, SyncState.FAILED, now)
  await tx
    .insertInto('sepiola.channelSyncFailure')
    .columns(['channelSyncId', 'error'])
    .expression((from) =>
      from
        .selectFrom('videoChannelSync as s')
        .select(({ val }) => ['s.id', val(error).as('error')])
        .where('s.id', '=', id),
    )
    .onConflict((conflict) => conflict.column('channelSyncId').doUpdateSet({ error }))
    .execute()
}

/** Nothing happens to one that does not run. */
export async function endSync(tx: Db | Tx, id: number, state: SyncState, now: Date): Promise<void> {
  await tx
    .updateTable('videoChannelSync')
    .set({ state, updatedAt: now })
    .where('id', '=', id)
    .where('state', '=', SyncState.PROCESSING)
    .execute()
}

/** All that may store something: their owners have a quota that is not 0. The longest unvisited first. */
export async function findSyncsToRun(
  db: Db | Tx,
): Promise<{ id: number; externalChannelUrl: string; channelId: number }[]> {
  return db
    .selectFrom('videoChannelSync as s')
    .innerJoin('videoChannel as c', 'c.id', 's.videoChannelId')
    .innerJoin('account as a', 'a.id', 'c.accountId')
    .innerJoin('user as u', 'u.id', 'a.userId')
    .select(['s.id', 's.externalChannelUrl', 's.videoChannelId as channelId'])
    .where('u.videoQuota', '<>', 0)
    .where('u.videoQuotaDaily', '<>', 0)
    .where('u.blocked', '=', false)
    .orderBy('s.lastSyncAt', (order) => order.asc().nullsFirst())
    .execute()
}

/** False: somebody else was faster. */
export async function deleteSync(tx: Tx, id: number): Promise<boolean> {
  const result = await tx.deleteFrom('videoChannelSync').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

type Column = 'externalChannelUrl' | 'videoChannel' | 'createdAt' | 'lastSyncAt' | 'state'

const sortColumns: Record<Column, RawBuilder<unknown>> = {
  externalChannelUrl: sql`s."externalChannelUrl"`,
  // People know a channel by its name.
  videoChannel: sql`c.name COLLATE "und-x-icu"`,
  createdAt: sql`s."createdAt"`,
  lastSyncAt: sql`s."lastSyncAt"`,
  state: sql`s.state`,
}

export interface SyncPage {
  start: number
  count: number
  sort: Column | `-${Column}`
  search?: string | undefined
}

/** Of the channels of an account, with `collaborations` also of those that it helps with. */
export async function listSyncs(
  db: Db | Tx,
  request: SyncPage & { accountId: number; collaborations: boolean },
): Promise<{ total: number; syncs: SyncRow[] }> {
  const { accountId, search } = request
  const from = sql`"videoChannelSync" s JOIN "videoChannel" c ON c.id = s."videoChannelId"
    JOIN "actor" act ON act."videoChannelId" = c.id
   WHERE c.id IN (${channelsOf(accountId, request.collaborations)})
     ${search ? sql`AND ${matches(search)}` : sql``}`
  const { column, direction } = readSort(request.sort)
  const order = sql`page.key ${direction} NULLS LAST, page.id ASC`
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*) AS total FROM ${from}`.execute(db),
    sql<SyncRow>`
      SELECT ${syncColumns}
        FROM (SELECT * FROM (SELECT s.id, ${sortColumns[column]} AS key FROM ${from}) page ORDER BY ${order} ${pageClause(request)}) page
        JOIN "videoChannelSync" s ON s.id = page.id ORDER BY ${order}`.execute(db),
  ])
  return { total: counted.rows[0]!.total, syncs: listed.rows }
}

function matches(search: string): RawBuilder<unknown> {
  const pattern = containing(search)
  return sql`(s."externalChannelUrl" ILIKE ${pattern} OR act."preferredUsername" ILIKE ${pattern}
    OR lower(immutable_unaccent(c.name)) LIKE lower(immutable_unaccent(${pattern})))`
}
