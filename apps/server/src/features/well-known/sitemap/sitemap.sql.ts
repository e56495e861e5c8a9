import { sql } from 'kysely'
import { VideoPrivacy, VideoState } from '@sepiola/contract/enums.ts'
import type { Db } from '#foundation/db/database.ts'

export interface SitemapVideo {
  uuid: string
  name: string
  description: string | null
  /** Seconds. */
  duration: number
  views: number
  likes: number
  dislikes: number
  nsfw: boolean
  isLive: boolean
  publishedAt: Date
  updatedAt: Date
  channelName: string
  channelDisplayName: string
  thumbnail: string | null
  /** Of the HLS master playlist. */
  playlist: string | null
  tags: string[]
}

/** Newest first; `limit` of them. */
export async function listSitemapVideos(db: Db, limit: number): Promise<SitemapVideo[]> {
  const { rows } = await sql<SitemapVideo>`
    SELECT v.uuid, v.name, v.description, v.duration, v.views, v.likes, v.dislikes, v.nsfw, v."isLive",
           v."publishedAt", v."updatedAt", act."preferredUsername" AS "channelName", ch.name AS "channelDisplayName",
           (SELECT t.filename FROM "thumbnail" t WHERE t."videoId" = v.id AND t."aspectRatio" = '16:9'
             ORDER BY t.width DESC LIMIT 1) AS thumbnail,
           (SELECT p."playlistFilename" FROM "videoStreamingPlaylist" p WHERE p."videoId" = v.id LIMIT 1) AS playlist,
           ARRAY(SELECT t.name FROM "videoTag" vt JOIN "tag" t ON t.id = vt."tagId" WHERE vt."videoId" = v.id
                  ORDER BY t.name)::text[] AS tags
      FROM (SELECT * FROM "video" v
             WHERE NOT remote AND privacy = ${VideoPrivacy.PUBLIC} AND state = ${VideoState.PUBLISHED}
               AND NOT EXISTS (SELECT 1 FROM "videoBlacklist" b WHERE b."videoId" = v.id)
             ORDER BY "publishedAt" DESC, id LIMIT ${limit}) v
      JOIN "videoChannel" ch ON ch.id = v."channelId"
      JOIN "actor" act ON act."videoChannelId" = ch.id
     ORDER BY v."publishedAt" DESC, v.id`.execute(db)
  return rows
}

export interface SitemapActor {
  name: string
  isChannel: boolean
  updatedAt: Date
}

/** Local accounts of users, and channels. */
export async function listSitemapActors(db: Db, limit: number): Promise<SitemapActor[]> {
  const { rows } = await sql<SitemapActor>`
    SELECT act."preferredUsername" AS name, act."videoChannelId" IS NOT NULL AS "isChannel", act."updatedAt"
      FROM "actor" act LEFT JOIN "account" a ON a.id = act."accountId"
     WHERE act."serverId" IS NULL AND (act."videoChannelId" IS NOT NULL OR a."userId" IS NOT NULL)
     ORDER BY act.id LIMIT ${limit}`.execute(db)
  return rows
}

export async function isHomepageSet(db: Db): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    SELECT EXISTS (SELECT 1 FROM "actorCustomPage" WHERE type = 'homepage' AND content <> '') AS there`.execute(db)
  return rows[0]!.there
}
