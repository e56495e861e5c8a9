import { sql } from 'kysely'
import type { VideoFileMetadata } from '@sepiola/contract/schemas/video-files.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { SourceRow } from './video-json.sql.ts'

export async function findDescription(db: Db | Tx, videoId: number): Promise<string | null> {
  const row = await db.selectFrom('video').select('description').where('id', '=', videoId).executeTakeFirst()
  return row?.description ?? null
}

/** ffprobe data of a web video or HLS file of this video; undefined when it is no file of it. */
export async function findFileMetadata(db: Db | Tx, videoId: number, fileId: number) {
  const { rows } = await sql<{ metadata: VideoFileMetadata | null }>`
    SELECT f."metadata" FROM "videoFile" f
    LEFT JOIN "videoStreamingPlaylist" p ON p."id" = f."videoStreamingPlaylistId"
    WHERE f."id" = ${fileId} AND coalesce(f."videoId", p."videoId") = ${videoId}`.execute(db)
  return rows[0]
}

export async function findChapters(db: Db | Tx, videoId: number) {
  return db
    .selectFrom('videoChapter')
    .select(['timecode', 'title'])
    .where('videoId', '=', videoId)
    .orderBy('timecode')
    .execute()
}

export async function findStoryboard(db: Db | Tx, videoId: number) {
  return db.selectFrom('storyboard').selectAll().where('videoId', '=', videoId).executeTakeFirst()
}

export async function findSource(db: Db | Tx, videoId: number): Promise<SourceRow | undefined> {
  const { rows } = await sql<SourceRow>`
    SELECT "inputFilename", "keptOriginalFilename", "resolution", "width", "height", "fps", "size", "metadata", "createdAt"
    FROM "videoSource" WHERE "videoId" = ${videoId} ORDER BY "createdAt" DESC, "id" DESC LIMIT 1`.execute(db)
  return rows[0]
}
