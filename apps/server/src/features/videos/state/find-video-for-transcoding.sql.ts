import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { hasAudio, hasVideo } from '../files/file-streams.sql.ts'
import { isVideo } from '../read/video-ref.sql.ts'
import type { VideoRef } from '../read/video-ref.ts'

export interface TranscodingFile {
  id: number
  resolution: number
  width: number | null
  height: number | null
  /** Bytes. */
  size: number
  fps: number
  extname: string
  filename: string
  storage: number
  hasVideo: boolean
  hasAudio: boolean
  /** ffprobe's `{ streams, format, chapters }`. */
  metadata: unknown
  createdAt: string
}

export interface VideoForTranscoding {
  id: number
  uuid: string
  name: string
  privacy: number
  state: number
  remote: boolean
  isLive: boolean
  duration: number
  aspectRatio: number | null
  waitTranscoding: boolean
  channelId: number
  ownerAccountId: number
  ownerUserId: number | null
  pendingTranscode: number
  webVideos: TranscodingFile[]
  hls: {
    id: number
    playlistFilename: string
    segmentsSha256Filename: string | null
    storage: number
    files: TranscodingFile[]
  } | null
}

const files = (where: ReturnType<typeof sql>) => sql`coalesce((
  SELECT json_agg(json_build_object('id', f."id", 'resolution', f."resolution", 'width', f."width", 'height', f."height",
    'size', f."size", 'fps', f."fps", 'extname', f."extname", 'filename', f."filename", 'storage', f."storage",
    'hasVideo', ${hasVideo}, 'hasAudio', ${hasAudio}, 'metadata', f."metadata",
    'createdAt', f."createdAt") ORDER BY f."resolution" DESC, f."fps" DESC)
  FROM "videoFile" f WHERE ${where}), '[]'::json)`

/** All that planning and finishing a transcode needs of a video; files by descending resolution. */
export async function findVideoForTranscoding(db: Db | Tx, ref: VideoRef): Promise<VideoForTranscoding | undefined> {
  const { rows } = await sql<VideoForTranscoding>`
    SELECT v."id", v."uuid", v."name", v."privacy", v."state", v."remote", v."isLive", v."duration", v."aspectRatio",
      v."waitTranscoding", v."channelId", c."accountId" AS "ownerAccountId", a."userId" AS "ownerUserId",
      coalesce((SELECT i."pendingTranscode" FROM "videoJobInfo" i WHERE i."videoId" = v."id"), 0) AS "pendingTranscode",
      ${files(sql`f."videoId" = v."id"`)} AS "webVideos",
      (SELECT json_build_object('id', p."id", 'playlistFilename', p."playlistFilename",
          'segmentsSha256Filename', p."segmentsSha256Filename", 'storage', p."storage",
          'files', ${files(sql`f."videoStreamingPlaylistId" = p."id"`)})
        FROM "videoStreamingPlaylist" p WHERE p."videoId" = v."id" AND p."type" = 1) AS "hls"
    FROM "video" v
    JOIN "videoChannel" c ON c."id" = v."channelId"
    JOIN "account" a ON a."id" = c."accountId"
    WHERE ${isVideo(ref)}`.execute(db)
  return rows[0]
}
