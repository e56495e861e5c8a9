import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { containing, pageClause, readSort } from '#foundation/db/list-clauses.ts'

/** Spec 10 §3. */
export const BlockType = { MANUAL: 1, INSTANCE_POLICY: 2, TAG_POLICY: 3 } as const

export interface NewBlock {
  videoId: number
  type: number
  reason: string | null
  internalNote: string | null
  unfederated: boolean
  now: Date
}

/** Undefined when the video is blocked already. */
export async function insertBlock(tx: Tx, { internalNote, now, ...block }: NewBlock): Promise<number | undefined> {
  const row = await tx
    .insertInto('videoBlacklist')
    .values({ ...block, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.column('videoId').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) await saveNote(tx, row.id, internalNote)
  return row?.id
}

async function saveNote(tx: Tx, blockId: number, note: string | null): Promise<void> {
  if (note === null) {
    await tx.deleteFrom('sepiola.videoBlockNote').where('blockId', '=', blockId).execute()
    return
  }
  await tx
    .insertInto('sepiola.videoBlockNote')
    .values({ blockId, note })
    .onConflict((conflict) => conflict.column('blockId').doUpdateSet({ note }))
    .execute()
}

/** What is undefined stays. False when the video is not blocked. */
export async function updateBlock(
  tx: Tx,
  videoId: number,
  change: { reason: string | null | undefined; internalNote: string | null | undefined; now: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('videoBlacklist')
    .set({ updatedAt: change.now, ...(change.reason === undefined ? {} : { reason: change.reason }) })
    .where('videoId', '=', videoId)
    .returning('id')
    .executeTakeFirst()
  if (row && change.internalNote !== undefined) await saveNote(tx, row.id, change.internalNote)
  return row !== undefined
}

export async function deleteBlock(
  tx: Tx,
  videoId: number,
): Promise<{ id: number; type: number; unfederated: boolean } | undefined> {
  return tx
    .deleteFrom('videoBlacklist')
    .where('videoId', '=', videoId)
    .returning(['id', 'type', 'unfederated'])
    .executeTakeFirst()
}

export interface BlockRow {
  id: number
  videoId: number
  type: number
  reason: string | null
  internalNote: string | null
  unfederated: boolean
  createdAt: Date
  updatedAt: Date
}

type Column = 'id' | 'name' | 'duration' | 'views' | 'likes' | 'dislikes' | 'uuid' | 'createdAt'

export interface BlockPage {
  start: number
  count: number
  sort: Column | `-${Column}`
  type?: number | undefined
  search?: string | undefined
}

const columns: Record<Column, RawBuilder<unknown>> = {
  id: sql`b."id"`,
  createdAt: sql`b."createdAt"`,
  name: sql`v."name" COLLATE "und-x-icu"`,
  duration: sql`v."duration"`,
  views: sql`v."views"`,
  likes: sql`v."likes"`,
  dislikes: sql`v."dislikes"`,
  uuid: sql`v."uuid"`,
}

/** A page of the blocked videos. */
export async function listBlocks(db: Db | Tx, page: BlockPage): Promise<{ total: number; rows: BlockRow[] }> {
  const { column, direction } = readSort(page.sort)
  const rules = [sql`TRUE`]
  if (page.type !== undefined) rules.push(sql`b."type" = ${page.type}`)
  if (page.search !== undefined) {
    const pattern = containing(page.search)
    rules.push(sql`lower(immutable_unaccent(v."name")) LIKE lower(immutable_unaccent(${pattern}))`)
  }
  const from = sql`FROM "videoBlacklist" b JOIN "video" v ON v."id" = b."videoId" WHERE ${sql.join(rules, sql` AND `)}`
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*)::int AS total ${from}`.execute(db),
    sql<BlockRow>`
      SELECT b."id", b."videoId", b."type", b."reason", b."unfederated", b."createdAt", b."updatedAt",
             (SELECT n."note" FROM sepiola."videoBlockNote" n WHERE n."blockId" = b."id") AS "internalNote"
        ${from} ORDER BY ${columns[column]} ${direction}, b."id" ASC ${pageClause(page)}`.execute(db),
  ])
  return { total: counted.rows[0]!.total, rows: listed.rows }
}

export interface SavedVideo {
  id: number
  uuid: string
  name: string
  description: string | null
  remote: boolean
  blocked: boolean
  /** Who acts, else the owner; null: nobody of this server. */
  user: { id: number; username: string; role: number; adminFlags: number; language: string | null } | null
}

/** A video and the user that answers for it; `byAccountId`: who acts. */
export async function findSavedVideo(
  tx: Tx,
  videoId: number,
  byAccountId: number | null,
): Promise<SavedVideo | undefined> {
  const { rows } = await sql<SavedVideo>`
    SELECT v."id", v."uuid", v."name", v."description", v."remote",
           EXISTS (SELECT FROM "videoBlacklist" b WHERE b."videoId" = v."id") AS "blocked",
           (SELECT json_build_object('id', u."id", 'username', u."username", 'role', u."role", 'adminFlags', u."adminFlags",
                                     'language', u."language")
              FROM "account" a JOIN "user" u ON u."id" = a."userId"
             WHERE a."id" = coalesce(${byAccountId}::int, c."accountId")) AS "user"
      FROM "video" v JOIN "videoChannel" c ON c."id" = v."channelId" WHERE v."id" = ${videoId}`.execute(tx)
  return rows[0]
}
