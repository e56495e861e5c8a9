import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface TorrentFile {
  id: number
  filename: string
  resolution: number
  extname: string
  torrentFilename: string | null
  isHls: boolean
  video: { id: number; uuid: string; name: string; privacy: number }
}

const select = sql`
  SELECT f."id", f."filename", f."resolution", f."extname", f."torrentFilename", p."id" IS NOT NULL AS "isHls",
    jsonb_build_object('id', v."id", 'uuid', v."uuid", 'name', v."name", 'privacy', v."privacy") AS "video"
  FROM "videoFile" f
  LEFT JOIN "videoStreamingPlaylist" p ON p."id" = f."videoStreamingPlaylistId"
  JOIN "video" v ON v."id" = coalesce(f."videoId", p."videoId")`

/** Files of local videos on demand. */
const hasTorrent = sql`NOT v."remote" AND NOT v."isLive" AND f."filename" IS NOT NULL`

export async function findTorrentFile(db: Db | Tx, fileId: number): Promise<TorrentFile | undefined> {
  const { rows } = await sql<TorrentFile>`${select} WHERE f."id" = ${fileId} AND ${hasTorrent}`.execute(db)
  return rows[0]
}

export async function findTorrentFilesOf(db: Db | Tx, videoId: number): Promise<TorrentFile[]> {
  const { rows } = await sql<TorrentFile>`
    ${select} WHERE v."id" = ${videoId} AND ${hasTorrent} ORDER BY f."id"`.execute(db)
  return rows
}
