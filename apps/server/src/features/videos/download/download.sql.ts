import { sql } from 'kysely'
import { UserRole } from '@sepiola/contract/rights.ts'
import { managesChannel } from '#features/channels/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { hasAudio, hasVideo } from '../files/file-streams.sql.ts'

export interface DownloadFile {
  filename: string
  resolution: number
  extname: string
}

/** The web video or HLS file of a video with this resolution. */
export async function findFileOfResolution(
  db: Db | Tx,
  videoId: number,
  resolution: number,
  kind: 'web' | 'hls',
): Promise<DownloadFile | undefined> {
  const owner =
    kind === 'web'
      ? sql`f."videoId" = ${videoId}`
      : sql`f."videoStreamingPlaylistId" IN (SELECT p."id" FROM "videoStreamingPlaylist" p WHERE p."videoId" = ${videoId})`
  const { rows } = await sql<DownloadFile>`
    SELECT f."filename", f."resolution", f."extname" FROM "videoFile" f
    WHERE ${owner} AND f."resolution" = ${resolution} AND f."filename" IS NOT NULL
    ORDER BY f."fps" DESC LIMIT 1`.execute(db)
  return rows[0]
}

export async function findTorrent(db: Db | Tx, torrentFilename: string) {
  const { rows } = await sql<{ videoName: string; resolution: number }>`
    SELECT v."name" AS "videoName", f."resolution" FROM "videoFile" f
    LEFT JOIN "videoStreamingPlaylist" p ON p."id" = f."videoStreamingPlaylistId"
    JOIN "video" v ON v."id" = coalesce(f."videoId", p."videoId")
    WHERE f."torrentFilename" = ${torrentFilename}`.execute(db)
  return rows[0]
}

export async function findKeptOriginal(db: Db | Tx, keptOriginalFilename: string) {
  return db
    .selectFrom('videoSource as s')
    .innerJoin('video as v', 'v.id', 's.videoId')
    .select(['s.inputFilename', 'v.uuid'])
    .where('s.keptOriginalFilename', '=', keptOriginalFilename)
    .executeTakeFirst()
}

/** Owner, accepted collaborator, or moderator and above (who see all videos). */
export async function mayUserManage(db: Db | Tx, userId: number, videoUuid: string): Promise<boolean> {
  const { rows } = await sql<{ allowed: boolean }>`
    SELECT u."role" < ${UserRole.USER} OR ${managesChannel(sql`a."id"`)} AS "allowed"
    FROM "user" u JOIN "account" a ON a."userId" = u."id", "video" v JOIN "videoChannel" c ON c."id" = v."channelId"
    WHERE u."id" = ${userId} AND v."uuid" = ${videoUuid}`.execute(db)
  return rows[0]?.allowed ?? false
}

export interface MuxableFile extends DownloadFile {
  id: number
  hasVideo: boolean
  hasAudio: boolean
  isHls: boolean
}

/** Those of the files that belong to the video and lie here. */
export async function findFilesById(db: Db | Tx, videoId: number, fileIds: readonly number[]): Promise<MuxableFile[]> {
  const { rows } = await sql<MuxableFile>`
    SELECT f."id", f."filename", f."resolution", f."extname", ${hasVideo} AS "hasVideo",
      ${hasAudio} AS "hasAudio", f."videoId" IS NULL AS "isHls"
    FROM "videoFile" f LEFT JOIN "videoStreamingPlaylist" p ON p."id" = f."videoStreamingPlaylistId"
    WHERE f."id" = ANY(${[...fileIds]}::int[]) AND coalesce(f."videoId", p."videoId") = ${videoId}
      AND f."filename" IS NOT NULL
    ORDER BY f."resolution" DESC`.execute(db)
  return rows
}

/** Name of the largest wide picture of a video. */
export async function findCover(db: Db | Tx, videoId: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('thumbnail')
    .select('filename')
    .where('videoId', '=', videoId)
    .where('aspectRatio', '=', '16:9')
    .orderBy('width', 'desc')
    .executeTakeFirst()
  return row?.filename
}

/** One row, folded into the video's numbers by a schedule of the views slice. */
export async function countDownload(db: Db | Tx, videoId: number, at: Date): Promise<void> {
  await sql`INSERT INTO sepiola."videoCount" ("videoId", "kind", "at") VALUES (${videoId}, 'download', ${at})`.execute(
    db,
  )
}
