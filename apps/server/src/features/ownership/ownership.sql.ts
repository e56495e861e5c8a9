import { sql, type RawBuilder } from 'kysely'
import { OwnershipState } from '@sepiola/contract/enums.ts'
import { accountJson, channelSummaryJson, type AccountRow, type ActorSummaryRow } from '#features/accounts/public.ts'
import { channelsOf } from '#features/channels/public.ts'
import { largestFileSize } from '#features/users/public.ts'
import { thumbnailsJson, type ThumbnailRow } from '#features/videos/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { pageClause, readSort } from '#foundation/db/list-clauses.ts'

export interface Transfer {
  id: number
  state: number
  initiatorAccountId: number
  nextOwnerAccountId: number
  videoId: number | null
  videoChannelId: number | null
}

/** Who asked whom. */
export type Asked = Pick<Transfer, 'id' | 'initiatorAccountId' | 'nextOwnerAccountId'>

const transferColumns = sql`o.id, o.state, o."initiatorAccountId", o."nextOwnerAccountId", o."videoId", o."videoChannelId"`

export async function findTransfer(db: Db | Tx, id: number): Promise<Transfer | undefined> {
  const { rows } = await sql<Transfer>`SELECT ${transferColumns} FROM "changeOwnership" o WHERE o.id = ${id}`.execute(
    db,
  )
  return rows[0]
}

/** False: somebody answered or withdrew it meanwhile. */
export async function answerTransfer(tx: Tx, id: number, state: number, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('changeOwnership')
    .set({ state, updatedAt: now })
    .where('id', '=', id)
    .where('state', '=', OwnershipState.PENDING)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** False: somebody answered or withdrew it meanwhile. */
export async function deletePendingTransfer(tx: Tx, id: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('changeOwnership')
    .where('id', '=', id)
    .where('state', '=', OwnershipState.PENDING)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

type Subject = { videoId: number } | { videoChannelId: number }

/** `pending`: there is one already; `gone`: the video or channel was deleted meanwhile. */
export async function insertTransfer(
  tx: Tx,
  request: { subject: Subject; initiatorAccountId: number; nextOwnerAccountId: number; now: Date },
): Promise<number | 'pending' | 'gone'> {
  const { subject, now, ...accounts } = request
  const [column, id] =
    'videoId' in subject ? ['videoId' as const, subject.videoId] : ['videoChannelId' as const, subject.videoChannelId]
  // The locked row lets one request after the other look.
  const table = sql.table(column === 'videoId' ? 'video' : 'videoChannel')
  const { rows } = await sql`SELECT FROM ${table} WHERE id = ${id} FOR NO KEY UPDATE`.execute(tx)
  if (rows.length === 0) return 'gone'
  const pending = await tx
    .selectFrom('changeOwnership')
    .select('id')
    .where(column, '=', id)
    .where('state', '=', OwnershipState.PENDING)
    .executeTakeFirst()
  if (pending) return 'pending'
  const row = await tx
    .insertInto('changeOwnership')
    .values({
      ...{ videoId: null, videoChannelId: null, ...subject, ...accounts },
      ...{ state: OwnershipState.PENDING, createdAt: now, updatedAt: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export interface TransferRow {
  id: number
  state: number
  createdAt: Date
  initiatorAccount: AccountRow
  nextOwnerAccount: AccountRow
  video: {
    id: number
    uuid: string
    name: string
    nsfw: boolean
    publishedAt: string
    isLive: boolean
    thumbnails: ThumbnailRow[]
    channel: ActorSummaryRow
  } | null
  videoChannel: ActorSummaryRow | null
}

export interface TransferPage {
  start: number
  count: number
  sort: 'createdAt' | '-createdAt'
  state?: number | undefined
}

/** `where` sees the request as `o`. */
async function listWhere(db: Db | Tx, where: RawBuilder<unknown>, page: TransferPage) {
  const { direction } = readSort(page.sort)
  const wanted = page.state === undefined ? where : sql`${where} AND o.state = ${page.state}`
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*) AS total FROM "changeOwnership" o WHERE ${wanted}`.execute(db),
    sql<TransferRow>`
      SELECT o.id, o.state, o."createdAt", ${accountJson(sql<number>`o."initiatorAccountId"`)} AS "initiatorAccount",
             ${accountJson(sql<number>`o."nextOwnerAccountId"`)} AS "nextOwnerAccount",
             (SELECT json_build_object('id', v.id, 'uuid', v.uuid, 'name', v.name, 'nsfw', v.nsfw,
                       'publishedAt', v."publishedAt", 'isLive', v."isLive", 'thumbnails', ${thumbnailsJson},
                       'channel', ${channelSummaryJson(sql<number>`v."channelId"`)})
                FROM "video" v WHERE v.id = o."videoId") AS video,
             ${channelSummaryJson(sql<number>`o."videoChannelId"`)} AS "videoChannel"
        FROM (SELECT o.* FROM "changeOwnership" o WHERE ${wanted}
               ORDER BY o."createdAt" ${direction}, o.id ASC ${pageClause(page)}) o
       ORDER BY o."createdAt" ${direction}, o.id ASC`.execute(db),
  ])
  return { total: counted.rows[0]!.total, transfers: listed.rows }
}

export function listTransfersOf(db: Db | Tx, subject: Subject, page: TransferPage) {
  const where =
    'videoId' in subject ? sql`o."videoId" = ${subject.videoId}` : sql`o."videoChannelId" = ${subject.videoChannelId}`
  return listWhere(db, where, page)
}

/** Videos offered to the account, and those of channels that it owns or helps with. */
export function listVideoTransfers(db: Db | Tx, accountId: number, page: TransferPage) {
  return listWhere(
    db,
    sql`o."videoId" IS NOT NULL AND o.id IN (
      SELECT id FROM "changeOwnership" WHERE "nextOwnerAccountId" = ${accountId}
      UNION ALL
      SELECT mine.id FROM "changeOwnership" mine JOIN "video" v ON v.id = mine."videoId"
       WHERE v."channelId" IN (${channelsOf(accountId, true)}))`,
    page,
  )
}

/** Channels offered to the account, and its own; collaborators see nothing (spec 04 §5). */
export function listChannelTransfers(db: Db | Tx, accountId: number, page: TransferPage) {
  return listWhere(
    db,
    sql`o."videoChannelId" IS NOT NULL AND (o."nextOwnerAccountId" = ${accountId}
      OR o."videoChannelId" IN (${channelsOf(accountId, false)}))`,
    page,
  )
}

/** Bytes that the videos of a channel count with in its owner's quota: of each the largest file (spec 03 §3.5). */
export async function findChannelSize(db: Db | Tx, channelId: number): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    SELECT coalesce(sum(${largestFileSize}), 0)::bigint AS size
      FROM "video" v WHERE v."channelId" = ${channelId} AND NOT v."isLive"`.execute(db)
  return Number(rows[0]!.size)
}
