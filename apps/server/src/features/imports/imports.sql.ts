import { sql } from 'kysely'
import { z } from 'zod'
import { VideoImportState } from '@sepiola/contract/enums.ts'
import { define, type Infer } from '@sepiola/contract/operation.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

/** What a run needs besides the row, as far as it is known; rows of a PeerTube server have more and less. */
export const importPayload = define(() =>
  z.object({
    type: z.enum(['youtube-dl', 'magnet-uri', 'torrent-file']).catch('youtube-dl'),
    generateTranscription: z.boolean().catch(true),
    /** Languages, as the other side calls them. */
    subtitles: z.array(z.string()).catch([]),
    /** In `tmp_persistent`. */
    torrentFile: z.string().optional().catch(undefined),
  }),
)
export type ImportPayload = Infer<typeof importPayload>

export interface ImportRow {
  id: number
  targetUrl: string | null
  magnetUri: string | null
  torrentName: string | null
  state: number
  attempts: number
  payload: ImportPayload
  userId: number | null
  videoId: number | null
  videoChannelSyncId: number | null
}

export interface NewImportRow {
  targetUrl: string | null
  magnetUri: string | null
  torrentName: string | null
  payload: ImportPayload
  userId: number
  videoId: number
  videoChannelSyncId: number | null
  now: Date
}

export async function insertImport(tx: Tx, { now, payload, ...row }: NewImportRow): Promise<number> {
  const { id } = await tx
    .insertInto('videoImport')
    .values({
      ...row,
      payload: JSON.stringify(payload),
      ...{ state: VideoImportState.PENDING, error: null, attempts: 0, createdAt: now, updatedAt: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const columns = [
  ...(['id', 'targetUrl', 'magnetUri', 'torrentName', 'state', 'attempts', 'payload'] as const),
  ...(['userId', 'videoId', 'videoChannelSyncId'] as const),
] as const

const parsed = (row: Omit<ImportRow, 'payload'> & { payload: unknown }): ImportRow => ({
  ...row,
  payload: importPayload().parse(row.payload ?? {}),
})

export async function findImport(db: Db | Tx, id: number): Promise<ImportRow | undefined> {
  const row = await db.selectFrom('videoImport').select(columns).where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

/** Locked until the end of the transaction. */
export async function lockImport(tx: Tx, id: number): Promise<ImportRow | undefined> {
  const row = await tx.selectFrom('videoImport').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && parsed(row)
}

export async function updateImport(
  tx: Tx,
  id: number,
  change: { state: number; error?: string | null; attempts?: number },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('videoImport')
    .set({ ...change, updatedAt: now })
    .where('id', '=', id)
    .execute()
}

/** False: somebody else was faster. */
export async function deleteImport(tx: Tx, id: number): Promise<boolean> {
  const result = await tx.deleteFrom('videoImport').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Those of the addresses that were imported into a channel before, however that ended. */
export async function findImportedUrls(
  db: Db | Tx,
  channelId: number,
  urls: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ url: string }>`
    SELECT DISTINCT i."targetUrl" AS url FROM "videoImport" i JOIN "video" v ON v.id = i."videoId"
     WHERE i."targetUrl" = ANY(${urls}::text[]) AND v."channelId" = ${channelId}`.execute(db)
  return new Set(rows.map(({ url }) => url))
}

export async function findLastImportOfSync(db: Db | Tx, channelSyncId: number): Promise<Date | undefined> {
  const row = await db
    .selectFrom('videoImport')
    .select(({ fn }) => fn.max('createdAt').as('last'))
    .where('videoChannelSyncId', '=', channelSyncId)
    .executeTakeFirst()
  return row?.last ?? undefined
}

/** Imports of a sync that failed before and may be tried again; tried at most `most` times. */
export async function findRetriableImports(
  db: Db | Tx,
  channelSyncId: number,
  { before, most }: { before: Date; most: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('videoImport')
    .select('id')
    .where('videoChannelSyncId', '=', channelSyncId)
    .where('state', '=', VideoImportState.FAILED)
    .where('updatedAt', '<', before)
    .where('attempts', '<', most)
    .where('videoId', 'is not', null)
    .orderBy('id')
    .limit(1000)
    .execute()
  return rows.map(({ id }) => id)
}

/** How the imports of a sync stand that were touched since it began to run. */
export async function countSyncImports(
  db: Db | Tx,
  channelSyncId: number,
  since: Date,
): Promise<{ unfinished: number; failed: number }> {
  const { rows } = await sql<{ unfinished: number; failed: number }>`
    SELECT count(*) FILTER (WHERE state IN (${sql.lit(VideoImportState.PENDING)}, ${sql.lit(VideoImportState.PROCESSING)}))
             AS unfinished,
           count(*) FILTER (WHERE state = ${sql.lit(VideoImportState.FAILED)} AND "updatedAt" >= ${since}) AS failed
      FROM "videoImport" WHERE "videoChannelSyncId" = ${channelSyncId}`.execute(db)
  const { unfinished, failed } = rows[0]!
  return { unfinished: Number(unfinished), failed: Number(failed) }
}
