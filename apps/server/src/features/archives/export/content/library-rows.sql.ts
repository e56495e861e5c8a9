import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'

interface Page {
  after: number
  count: number
}

export interface RateRow {
  cursor: number
  url: string
  videoUrl: string
  createdAt: Date
}

export async function findRates(db: Db, accountId: number, type: 'like' | 'dislike', page: Page): Promise<RateRow[]> {
  const { rows } = await sql<RateRow>`
    SELECT r."id" AS "cursor", r."url", v."url" AS "videoUrl", r."createdAt"
    FROM "accountVideoRate" r JOIN "video" v ON v."id" = r."videoId"
    WHERE r."accountId" = ${accountId} AND r."type" = ${type} AND r."id" > ${page.after}
    ORDER BY r."id" LIMIT ${page.count}`.execute(db)
  return rows
}

export interface CommentRow {
  cursor: number
  url: string
  text: string
  createdAt: Date
  videoUrl: string
  inReplyToUrl: string | null
}

export async function findComments(db: Db, accountId: number, page: Page): Promise<CommentRow[]> {
  const { rows } = await sql<CommentRow>`
    SELECT c."id" AS "cursor", c."url", c."text", c."createdAt", v."url" AS "videoUrl", parent."url" AS "inReplyToUrl"
    FROM "videoComment" c JOIN "video" v ON v."id" = c."videoId"
    LEFT JOIN "videoComment" parent ON parent."id" = c."inReplyToCommentId"
    WHERE c."accountId" = ${accountId} AND c."deletedAt" IS NULL AND c."id" > ${page.after}
    ORDER BY c."id" LIMIT ${page.count}`.execute(db)
  return rows
}

export interface WatchedRow {
  cursor: number
  videoUrl: string
  /** Seconds. */
  currentTime: number
  createdAt: Date
  updatedAt: Date
}

export async function findWatched(db: Db, userId: number, page: Page): Promise<WatchedRow[]> {
  const { rows } = await sql<WatchedRow>`
    SELECT h."id" AS "cursor", v."url" AS "videoUrl", h."currentTime", h."createdAt", h."updatedAt"
    FROM "userVideoHistory" h JOIN "video" v ON v."id" = h."videoId"
    WHERE h."userId" = ${userId} AND h."id" > ${page.after} ORDER BY h."id" LIMIT ${page.count}`.execute(db)
  return rows
}

export interface StoredPicture {
  filename: string
  width: number | null
  height: number | null
  automaticallyGenerated: boolean | null
  /** As PostgreSQL writes them in JSON. */
  createdAt: string
  updatedAt: string
}

/** Largest first. */
export const picturesJson = (where: ReturnType<typeof sql>) => sql<StoredPicture[]>`coalesce((
  SELECT json_agg(json_build_object('filename', t."filename", 'width', t."width", 'height', t."height",
    'automaticallyGenerated', t."automaticallyGenerated", 'createdAt', t."createdAt", 'updatedAt', t."updatedAt")
    ORDER BY t."width" DESC NULLS LAST, t."id")
  FROM "thumbnail" t WHERE ${where}), '[]'::json)`

export interface PlaylistRow {
  cursor: number
  uuid: string
  url: string
  name: string
  description: string | null
  privacy: number
  type: number
  channelName: string | null
  createdAt: Date
  updatedAt: Date
  thumbnails: StoredPicture[]
  elements: { videoUrl: string; startTimestamp: number | null; stopTimestamp: number | null }[]
}

export async function findPlaylists(db: Db, accountId: number, page: Page): Promise<PlaylistRow[]> {
  const { rows } = await sql<PlaylistRow>`
    SELECT p."id" AS "cursor", p."uuid", p."url", p."name", p."description", p."privacy", p."type", p."createdAt",
      p."updatedAt", (SELECT act."preferredUsername" FROM "actor" act
        WHERE act."videoChannelId" = p."videoChannelId") AS "channelName",
      ${picturesJson(sql`t."videoPlaylistId" = p."id"`)} AS "thumbnails",
      coalesce((SELECT json_agg(json_build_object('videoUrl', v."url", 'startTimestamp', e."startTimestamp",
          'stopTimestamp', e."stopTimestamp") ORDER BY e."position", e."id")
        FROM "videoPlaylistElement" e JOIN "video" v ON v."id" = e."videoId"
        WHERE e."videoPlaylistId" = p."id"), '[]'::json) AS "elements"
    FROM "videoPlaylist" p WHERE p."ownerAccountId" = ${accountId} AND p."id" > ${page.after}
    ORDER BY p."id" LIMIT ${page.count}`.execute(db)
  return rows
}
