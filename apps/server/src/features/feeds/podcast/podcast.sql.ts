import { sql, type RawBuilder } from 'kysely'
import { VideoPrivacy } from '@sepiola/contract/enums.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

const { PUBLIC, UNLISTED } = VideoPrivacy

/** Ids of the first elements of a playlist, last one first; `listed` is SQL on the alias `v`. */
export async function findPlaylistVideos(
  db: Db | Tx,
  playlistId: number,
  listed: RawBuilder<unknown>,
  count: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT v."id" FROM "videoPlaylistElement" e JOIN "video" v ON v."id" = e."videoId"
     WHERE e."videoPlaylistId" = ${playlistId} AND ${listed}
     ORDER BY e."position" DESC, e."id" LIMIT ${count}`.execute(db)
  return rows.map((row) => row.id)
}

/** Privacies that an element of a public playlist may have. */
export const playlistPrivacies: readonly number[] = [PUBLIC, UNLISTED]

export interface ShowFacts {
  /** Of most of its videos. */
  language: string | null
  category: number | null
  hasNsfw: boolean
  /** Of the owner, who lets it be seen. */
  email: string | null
}

/** What is true of a channel as a whole: of its public videos. */
export async function findShowFacts(db: Db | Tx, channelId: number): Promise<ShowFacts> {
  const { rows } = await sql<ShowFacts>`
    WITH shown AS (
      SELECT v."language", v."category", v."nsfw" FROM "video" v
       WHERE v."channelId" = ${channelId} AND v."privacy" = ${sql.lit(PUBLIC)}
         AND (v."state" = 1 OR (v."state" = 2 AND NOT v."waitTranscoding"))
         AND NOT EXISTS (SELECT FROM "videoBlacklist" b WHERE b."videoId" = v."id")
       ORDER BY v."publishedAt" DESC, v."id" LIMIT 1000
    )
    SELECT (SELECT "language" FROM shown WHERE "language" IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1) AS "language",
      (SELECT "category" FROM shown WHERE "category" IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1) AS "category",
      EXISTS (SELECT FROM shown WHERE "nsfw") AS "hasNsfw",
      (SELECT u."email" FROM "videoChannel" c JOIN "account" a ON a."id" = c."accountId"
        JOIN "user" u ON u."id" = a."userId" WHERE c."id" = ${channelId} AND u."emailPublic" AND NOT u."blocked") AS "email"`.execute(
    db,
  )
  return rows[0]!
}

export interface PodcastCaption {
  videoId: number
  language: string
  filename: string
  fileUrl: string | null
  m3u8Filename: string | null
  m3u8Url: string | null
  automaticallyGenerated: boolean
  storage: number
  updatedAt: Date
}

export async function findCaptionsOf(db: Db | Tx, videoIds: readonly number[]): Promise<PodcastCaption[]> {
  if (videoIds.length === 0) return []
  return db
    .selectFrom('videoCaption')
    .select([
      ...(['videoId', 'language', 'filename', 'fileUrl', 'm3u8Filename', 'm3u8Url'] as const),
      ...(['automaticallyGenerated', 'storage', 'updatedAt'] as const),
    ])
    .where('videoId', 'in', [...videoIds])
    .orderBy('videoId')
    .orderBy('language')
    .execute()
}
