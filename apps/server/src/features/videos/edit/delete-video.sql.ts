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

/** Playlists of this server whose picture may be that of the video: nothing that everybody may see comes before it. */
export async function findPlaylistsShowing(db: Db | Tx, videoId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT e."videoPlaylistId" AS "id" FROM "videoPlaylistElement" e
    JOIN "videoPlaylist" p ON p."id" = e."videoPlaylistId"
    JOIN "actor" act ON act."accountId" = p."ownerAccountId" AND act."serverId" IS NULL
    WHERE e."videoId" = ${videoId} AND NOT EXISTS (
      SELECT FROM "videoPlaylistElement" earlier JOIN "video" v ON v."id" = earlier."videoId"
      WHERE earlier."videoPlaylistId" = e."videoPlaylistId" AND earlier."position" < e."position"
        AND v."privacy" IN (1, 2) AND NOT EXISTS (SELECT FROM "videoBlacklist" b WHERE b."videoId" = v."id")
        AND EXISTS (SELECT FROM "thumbnail" t WHERE t."videoId" = v."id"))`.execute(db)
  return rows.map((row) => row.id)
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
