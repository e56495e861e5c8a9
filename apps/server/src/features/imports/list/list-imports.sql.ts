import { sql, type RawBuilder } from 'kysely'
import { channelsOf } from '#features/channels/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { containing, pageClause, readSort } from '#foundation/db/list-clauses.ts'

export interface ListedImport {
  id: number
  targetUrl: string | null
  magnetUri: string | null
  torrentName: string | null
  state: number
  error: string | null
  attempts: number
  videoId: number | null
  /** Per cent while it is under way. */
  progress: number | null
  channelSync: { id: number; externalChannelUrl: string } | null
  createdAt: Date
  updatedAt: Date
}

const columns = sql`i.id, i."targetUrl", i."magnetUri", i."torrentName", i.state, i.error, i.attempts, i."videoId",
  i."createdAt", i."updatedAt",
  (SELECT j."progress" FROM sepiola.job j
    WHERE j."type" = 'video-import' AND j."key" = i.id::text AND j."state" = 'active' LIMIT 1) AS progress,
  (SELECT json_build_object('id', s.id, 'externalChannelUrl', s."externalChannelUrl")
     FROM "videoChannelSync" s WHERE s.id = i."videoChannelSyncId") AS "channelSync"`

export async function findListedImport(db: Db | Tx, id: number): Promise<ListedImport | undefined> {
  const { rows } = await sql<ListedImport>`SELECT ${columns} FROM "videoImport" i WHERE i.id = ${id}`.execute(db)
  return rows[0]
}

export interface ImportListRequest {
  start: number
  count: number
  sort: 'createdAt' | '-createdAt'
  id?: number | undefined
  videoId?: number | undefined
  targetUrl?: string | undefined
  videoChannelSyncId?: number | undefined
  search?: string | undefined
  userId: number
  accountId: number
  /** Also those into channels that the account helps with. */
  collaborations: boolean
}

/** Of a user: own ones, and those into own channels (spec 03 §11). */
export async function listImports(
  db: Db | Tx,
  request: ImportListRequest,
): Promise<{ total: number; imports: ListedImport[] }> {
  const from = sql`"videoImport" i WHERE i.id IN (${mine(request)}) ${filters(request)}`
  const { direction } = readSort(request.sort)
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*) AS total FROM ${from}`.execute(db),
    sql<ListedImport>`
      SELECT ${columns}
        FROM (SELECT i.id FROM ${from} ORDER BY i."createdAt" ${direction}, i.id ASC ${pageClause(request)}) page
        JOIN "videoImport" i ON i.id = page.id ORDER BY i."createdAt" ${direction}, i.id ASC`.execute(db),
  ])
  return { total: Number(counted.rows[0]!.total), imports: listed.rows }
}

function mine({ userId, accountId, collaborations }: ImportListRequest): RawBuilder<unknown> {
  return sql`
    SELECT own.id FROM "videoImport" own WHERE own."userId" = ${userId}
    UNION ALL
    SELECT ofVideo.id FROM "video" v JOIN "videoImport" ofVideo ON ofVideo."videoId" = v.id
     WHERE v."channelId" IN (${channelsOf(accountId, collaborations)})`
}

function filters({ id, videoId, targetUrl, videoChannelSyncId, search }: ImportListRequest): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = []
  if (id !== undefined) parts.push(sql`AND i.id = ${id}`)
  if (videoId !== undefined) parts.push(sql`AND i."videoId" = ${videoId}`)
  if (targetUrl !== undefined) parts.push(sql`AND i."targetUrl" = ${targetUrl}`)
  if (videoChannelSyncId !== undefined) parts.push(sql`AND i."videoChannelSyncId" = ${videoChannelSyncId}`)
  if (search) parts.push(sql`AND ${matches(search)}`)
  return sql.join(parts, sql` `)
}

function matches(search: string): RawBuilder<unknown> {
  const pattern = sql`lower(immutable_unaccent(${containing(search)}))`
  const like = (text: RawBuilder<unknown>) => sql`lower(immutable_unaccent(${text})) LIKE ${pattern}`
  return sql`(${like(sql`i."targetUrl"`)} OR ${like(sql`i."torrentName"`)} OR ${like(sql`i."magnetUri"`)}
    OR EXISTS (SELECT FROM "video" n WHERE n.id = i."videoId" AND ${like(sql`n.name`)}))`
}
