import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

interface StoredNames {
  webVideos: string[]
  torrents: string[]
  thumbnails: string[]
  storyboards: string[]
  captions: string[]
  originals: string[]
}

/** Names of all files that a video has in the storage, but for its HLS folder. */
export async function findStoredNames(db: Db | Tx, videoId: number): Promise<StoredNames> {
  const { rows } = await sql<StoredNames>`
    SELECT
      ARRAY(SELECT "filename"::text FROM "videoFile" WHERE "videoId" = ${videoId} AND "filename" IS NOT NULL) AS "webVideos",
      ARRAY(SELECT "torrentFilename"::text FROM "videoFile" WHERE "videoId" = ${videoId} AND "torrentFilename" IS NOT NULL
        UNION ALL
        SELECT f."torrentFilename"::text FROM "videoStreamingPlaylist" p
        JOIN "videoFile" f ON f."videoStreamingPlaylistId" = p."id"
        WHERE p."videoId" = ${videoId} AND f."torrentFilename" IS NOT NULL) AS "torrents",
      ARRAY(SELECT "filename"::text FROM "thumbnail" WHERE "videoId" = ${videoId}) AS "thumbnails",
      ARRAY(SELECT "filename"::text FROM "storyboard" WHERE "videoId" = ${videoId}) AS "storyboards",
      ARRAY(SELECT "filename"::text FROM "videoCaption" WHERE "videoId" = ${videoId}) AS "captions",
      ARRAY(SELECT "keptOriginalFilename"::text FROM "videoSource"
        WHERE "videoId" = ${videoId} AND "keptOriginalFilename" IS NOT NULL) AS "originals"`.execute(db)
  return rows[0]!
}

/** Ids; once the video is gone, its elements do not say any more that they were it. */
export async function findPlaylistsWith(db: Db | Tx, videoId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT "videoPlaylistId" AS "id" FROM "videoPlaylistElement" WHERE "videoId" = ${videoId}`.execute(db)
  return rows.map((row) => row.id)
}

/** Reports about the video keep what it was (spec 03 §4). */
export async function keepVideoInAbuses(db: Db | Tx, videoId: number): Promise<void> {
  await sql`
    UPDATE "videoAbuse" SET "deletedVideo" = (
      SELECT jsonb_build_object('id', v."id", 'uuid', v."uuid", 'name', v."name", 'nsfw', v."nsfw", 'url', v."url",
        'description', v."description", 'duration', v."duration", 'publishedAt', v."publishedAt",
        'channel', jsonb_build_object('id', c."id", 'displayName', c."name", 'name', a."preferredUsername", 'url', a."url"))
      FROM "video" v JOIN "videoChannel" c ON c."id" = v."channelId"
      LEFT JOIN "actor" a ON a."videoChannelId" = c."id" WHERE v."id" = ${videoId})
    WHERE "videoId" = ${videoId}`.execute(db)
}

export async function deleteVideoRow(db: Db | Tx, videoId: number) {
  const { rows } = await sql<{
    id: number
    uuid: string
    url: string
    name: string
    privacy: number
    state: number
    isLive: boolean
    remote: boolean
    channelId: number
    accountId: number
  }>`
    DELETE FROM "video" v USING "videoChannel" c WHERE v."id" = ${videoId} AND c."id" = v."channelId"
    RETURNING v."id", v."uuid", v."url", v."name", v."privacy", v."state", v."isLive", v."remote", v."channelId",
      c."accountId"`.execute(db)
  return rows[0]
}
