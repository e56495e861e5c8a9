import { sql } from 'kysely'
import type { ClientBase } from 'pg'
import type { Db } from '#foundation/db/database.ts'
import type { StorageArea } from '#foundation/storage/storage.ts'

export interface FileReference {
  area: StorageArea
  /** As `nameInArea` says it. */
  name: string
  /** Where the file lies (`private/a.mp4`). */
  key: string
}

/** 0: file system (spec 05 §1); files of other servers have a URL. Text, because a snapshot's own client runs it too. */
const references = `
  SELECT 'web_videos' AS area, f.filename AS name, CASE WHEN v.privacy >= 3 THEN 'private/' ELSE '' END || f.filename AS key
  FROM public."videoFile" f JOIN public.video v ON v.id = f."videoId"
  WHERE NOT v.remote AND f.storage = 0 AND f.filename IS NOT NULL
  UNION ALL
  SELECT 'streaming_playlists', v.uuid || '/' || named.filename,
    CASE WHEN v.privacy >= 3 THEN 'hls/private/' ELSE 'hls/' END || v.uuid || '/' || named.filename
  FROM public."videoStreamingPlaylist" p JOIN public.video v ON v.id = p."videoId"
  CROSS JOIN LATERAL (
    SELECT p."playlistFilename" AS filename WHERE NOT v."isLive"
    UNION ALL SELECT p."segmentsSha256Filename" WHERE NOT v."isLive"
    UNION ALL SELECT f.filename FROM public."videoFile" f WHERE f."videoStreamingPlaylistId" = p.id
    UNION ALL SELECT regexp_replace(f.filename, '-fragmented\\.mp4$', '.m3u8') FROM public."videoFile" f
      WHERE f."videoStreamingPlaylistId" = p.id
    UNION ALL SELECT c."m3u8Filename" FROM public."videoCaption" c WHERE c."videoId" = v.id) named
  WHERE NOT v.remote AND p.storage = 0 AND named.filename IS NOT NULL
  UNION ALL
  SELECT 'torrents', f."torrentFilename", f."torrentFilename" FROM public."videoFile" f
  WHERE f."torrentFilename" IS NOT NULL AND f."torrentUrl" IS NULL
  UNION ALL
  SELECT 'original_video_files', s."keptOriginalFilename", s."keptOriginalFilename" FROM public."videoSource" s
  WHERE s."keptOriginalFilename" IS NOT NULL AND coalesce(s.storage, 0) = 0
  UNION ALL
  SELECT 'captions', c.filename, c.filename FROM public."videoCaption" c WHERE c."fileUrl" IS NULL AND c.storage = 0
  UNION ALL
  SELECT 'thumbnails', t.filename, t.filename FROM public.thumbnail t WHERE t."fileUrl" IS NULL
  UNION ALL
  SELECT 'storyboards', s.filename, s.filename FROM public.storyboard s WHERE s."fileUrl" IS NULL
  UNION ALL
  SELECT 'avatars', i.filename, i.filename FROM public."actorImage" i WHERE i."fileUrl" IS NULL`

/** Copies of files of other servers (spec 07 §9.7): each can be fetched again. */
export async function listRemoteCopies(db: Db): Promise<FileReference[]> {
  const { rows } = await sql<FileReference>`
    SELECT copy."area", copy."name", copy."name" AS "key" FROM (
      SELECT 'thumbnails' AS "area", t."filename" AS "name" FROM "thumbnail" t WHERE t."fileUrl" IS NOT NULL
      UNION ALL SELECT 'avatars', i."filename" FROM "actorImage" i WHERE i."fileUrl" IS NOT NULL
      UNION ALL SELECT 'storyboards', s."filename" FROM "storyboard" s WHERE s."fileUrl" IS NOT NULL
      UNION ALL SELECT 'captions', c."filename" FROM "videoCaption" c JOIN "video" v ON v."id" = c."videoId"
        WHERE c."fileUrl" IS NOT NULL AND v."remote") copy`.execute(db)
  return rows
}

/** Every stored file that the database names; live streams in progress have more. */
export async function listReferences(db: Db): Promise<FileReference[]> {
  return (await sql.raw<FileReference>(references).execute(db)).rows
}

/** The same as the snapshot sees it. */
export async function listReferencesOf(client: ClientBase): Promise<FileReference[]> {
  return (await client.query<FileReference>(references)).rows
}

/** Videos in whose folders files come and go without a row: lives, and what is being transcoded or moved. */
export async function listBusyVideos(db: Db): Promise<string[]> {
  const { rows } = await sql<{ uuid: string }>`
    SELECT v.uuid FROM "video" v LEFT JOIN "videoJobInfo" i ON i."videoId" = v.id
    WHERE NOT v.remote AND (v."isLive" OR i."pendingTranscode" > 0 OR i."pendingMove" > 0
      OR i."pendingTranscription" > 0)`.execute(db)
  return rows.map((row) => row.uuid)
}
