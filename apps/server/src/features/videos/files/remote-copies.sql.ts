import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'

/** Files of other servers that ours shows under a name of its own (spec 07 §9.7), by the folder that keeps copies. */
export type CopiedArea = 'thumbnails' | 'avatars' | 'storyboards' | 'captions'

export interface RemoteSource {
  url: string
  /** Pixels that a picture is to have; null where it stays as it is. */
  width: number | null
  height: number | null
}

const sources = {
  thumbnails: sql`SELECT t."fileUrl" AS "url", t."width", t."height" FROM "thumbnail" t WHERE t."filename" =`,
  avatars: sql`SELECT i."fileUrl" AS "url", i."width", i."height" FROM "actorImage" i WHERE i."filename" =`,
  storyboards: sql`SELECT s."fileUrl" AS "url", NULL AS "width", NULL AS "height" FROM "storyboard" s WHERE s."filename" =`,
  // Captions of our own may lie in an object storage.
  captions: sql`SELECT CASE WHEN v."remote" THEN c."fileUrl" END AS "url", NULL AS "width", NULL AS "height"
    FROM "videoCaption" c JOIN "video" v ON v."id" = c."videoId" WHERE c."filename" =`,
} satisfies Record<CopiedArea, unknown>

/** Where the file comes from; undefined when there is none of that name, or it is ours. */
export async function findRemoteSource(db: Db, area: CopiedArea, filename: string): Promise<RemoteSource | undefined> {
  const { rows } = await sql<Omit<RemoteSource, 'url'> & { url: string | null }>`
    ${sources[area]} ${filename} LIMIT 1`.execute(db)
  const [row] = rows
  return row?.url ? { ...row, url: row.url } : undefined
}

/** Address of a torrent of another server. */
export async function findRemoteTorrent(db: Db, filename: string): Promise<string | undefined> {
  const { rows } = await sql<{ url: string | null }>`
    SELECT f."torrentUrl" AS "url" FROM "videoFile" f WHERE f."torrentFilename" = ${filename} LIMIT 1`.execute(db)
  return rows[0]?.url ?? undefined
}
