import { sql, type Insertable, type Updateable } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { VideoFileTable, VideoStreamingPlaylistTable } from '#foundation/db/peertube-tables.ts'

export type VideoFileRow = Insertable<VideoFileTable>

const removedColumns = ['id', 'filename', 'torrentFilename', 'videoId', 'videoStreamingPlaylistId', 'storage'] as const

/** Removes the file of the same resolution and frame rate, if there is one (unique per video, spec 05 §8). */
export async function deleteTwinFile(db: Db | Tx, file: VideoFileRow) {
  return db
    .deleteFrom('videoFile')
    .where('resolution', '=', file.resolution)
    .where('fps', '=', file.fps ?? -1)
    .where('videoId', 'is not distinct from', file.videoId ?? null)
    .where('videoStreamingPlaylistId', 'is not distinct from', file.videoStreamingPlaylistId ?? null)
    .returning(removedColumns)
    .executeTakeFirst()
}

export async function insertFile(db: Db | Tx, file: VideoFileRow): Promise<number> {
  const { id } = await db.insertInto('videoFile').values(file).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateFile(db: Db | Tx, fileId: number, change: Updateable<VideoFileTable>): Promise<void> {
  await db.updateTable('videoFile').set(change).where('id', '=', fileId).execute()
}

export async function deleteFile(db: Db | Tx, fileId: number) {
  return db.deleteFrom('videoFile').where('id', '=', fileId).returning(removedColumns).executeTakeFirst()
}

/** The video that owns a file, directly or through its playlist. */
export async function findVideoOfFile(
  db: Db | Tx,
  file: { videoId: number | null; videoStreamingPlaylistId: number | null },
): Promise<{ id: number; uuid: string; privacy: number; remote: boolean } | undefined> {
  const { rows } = await sql<{ id: number; uuid: string; privacy: number; remote: boolean }>`
    SELECT "id", "uuid", "privacy", "remote" FROM "video" WHERE "id" = coalesce(${file.videoId}::int, (
      SELECT p."videoId" FROM "videoStreamingPlaylist" p WHERE p."id" = ${file.videoStreamingPlaylistId}::int
    ))`.execute(db)
  return rows[0]
}

export async function findPlaylist(db: Db | Tx, videoId: number) {
  return db
    .selectFrom('videoStreamingPlaylist')
    .selectAll()
    .where('videoId', '=', videoId)
    .where('type', '=', 1)
    .executeTakeFirst()
}

export async function upsertPlaylist(db: Db | Tx, playlist: Insertable<VideoStreamingPlaylistTable>): Promise<number> {
  const { id } = await db
    .insertInto('videoStreamingPlaylist')
    .values(playlist)
    .onConflict((conflict) =>
      conflict.columns(['videoId', 'type']).doUpdateSet((eb) => ({
        playlistFilename: eb.ref('excluded.playlistFilename'),
        segmentsSha256Filename: eb.ref('excluded.segmentsSha256Filename'),
        p2pMediaLoaderInfohashes: eb.ref('excluded.p2pMediaLoaderInfohashes'),
        p2pMediaLoaderPeerVersion: eb.ref('excluded.p2pMediaLoaderPeerVersion'),
        updatedAt: eb.ref('excluded.updatedAt'),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function deletePlaylist(db: Db | Tx, playlistId: number): Promise<void> {
  await db.deleteFrom('videoStreamingPlaylist').where('id', '=', playlistId).execute()
}

export async function setPlaylistInfohashes(db: Db | Tx, playlistId: number, hashes: string[]): Promise<void> {
  await db
    .updateTable('videoStreamingPlaylist')
    .set({ p2pMediaLoaderInfohashes: hashes })
    .where('id', '=', playlistId)
    .execute()
}

/** Marks the video as changed, for caches and federation. Returns its privacy, or undefined when it is gone. */
export async function touchVideo(db: Db | Tx, videoId: number, now: Date): Promise<number | undefined> {
  const row = await db
    .updateTable('video')
    .set({ updatedAt: now })
    .where('id', '=', videoId)
    .returning('privacy')
    .executeTakeFirst()
  return row?.privacy
}

/** `pendingTranscode`, `pendingMove`, `pendingTranscription`: never below 0 (spec 05 §4). Returns the new value. */
export async function changePending(
  db: Db | Tx,
  videoId: number,
  counter: 'pendingTranscode' | 'pendingMove' | 'pendingTranscription',
  by: number,
  now: Date,
): Promise<number> {
  const column = sql.ref(counter)
  const { rows } = await sql<{ value: number }>`
    INSERT INTO "videoJobInfo" AS info ("videoId", ${column}, "createdAt", "updatedAt")
    VALUES (${videoId}, greatest(0, ${by}::int), ${now}, ${now})
    ON CONFLICT ("videoId") DO UPDATE
      SET ${column} = greatest(0, info.${column} + ${by}::int), "updatedAt" = ${now}
    RETURNING ${column} AS value`.execute(db)
  return rows[0]!.value
}

export async function findVideoUuidOfWebVideo(db: Db | Tx, filename: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('videoFile as f')
    .innerJoin('video as v', 'v.id', 'f.videoId')
    .select('v.uuid')
    .where('f.filename', '=', filename)
    .executeTakeFirst()
  return row?.uuid
}

/** `file`: a web video by its name, or whatever lies in the HLS folder of a video. */
export async function isOfBlockedVideo(
  db: Db | Tx,
  file: { webVideo: string } | { videoUuid: string },
): Promise<boolean> {
  const ofFile =
    'webVideo' in file
      ? sql`JOIN "videoFile" f ON f."videoId" = b."videoId" WHERE f."filename" = ${file.webVideo}`
      : sql`JOIN "video" v ON v."id" = b."videoId" WHERE v."uuid" = ${file.videoUuid}`
  const { rows } = await sql<{ blocked: boolean }>`
    SELECT EXISTS (SELECT FROM "videoBlacklist" b ${ofFile}) AS "blocked"`.execute(db)
  return rows[0]!.blocked
}

export async function findVideoLocation(db: Db | Tx, videoId: number) {
  return db.selectFrom('video').select(['id', 'uuid', 'privacy', 'remote']).where('id', '=', videoId).executeTakeFirst()
}

/** Names of the web videos, and the HLS files in the order of the master playlist (ascending resolution). */
export async function findFilesForMove(
  db: Db | Tx,
  videoId: number,
): Promise<{ webVideos: string[]; hls: { filename: string | null; resolution: number }[] }> {
  const webVideos = await db
    .selectFrom('videoFile')
    .select('filename')
    .where('videoId', '=', videoId)
    .where('filename', 'is not', null)
    .execute()
  const hls = await db
    .selectFrom('videoFile as f')
    .innerJoin('videoStreamingPlaylist as p', 'p.id', 'f.videoStreamingPlaylistId')
    .select(['f.filename', 'f.resolution'])
    .where('p.videoId', '=', videoId)
    .orderBy('f.resolution')
    .execute()
  return { webVideos: webVideos.map((file) => file.filename!), hls }
}
