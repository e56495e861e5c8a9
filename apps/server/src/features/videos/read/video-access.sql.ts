import { sql } from 'kysely'
import { managesChannel } from '#features/channels/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { followedOrLocal } from '../list/list-videos.sql.ts'
import type { VideoRef } from './video-ref.ts'

export interface AccessRow {
  id: number
  uuid: string
  name: string
  privacy: number
  state: number
  remote: boolean
  isLive: boolean
  duration: number
  url: string
  waitTranscoding: boolean
  downloadEnabled: boolean
  commentsPolicy: number
  createdAt: Date
  updatedAt: Date
  channelId: number
  /** Account that owns the channel. */
  ownerAccountId: number
  blocked: boolean
  /** Local, or the instance follows its channel, its account or somebody who shared it. */
  followed: boolean
  /** The viewer owns the channel or is an accepted collaborator. */
  managesChannel: boolean
  passwordMatches: boolean
}

/** One row with all that access decisions need. */
export async function findAccessRow(
  db: Db | Tx,
  ref: VideoRef,
  viewerAccountId: number | null,
  password: string | null,
): Promise<AccessRow | undefined> {
  const match = 'id' in ref ? sql`v."id" = ${ref.id}` : sql`v."uuid" = ${ref.uuid}`
  const { rows } = await sql<AccessRow>`
    SELECT v."id", v."uuid", v."name", v."privacy", v."state", v."remote", v."isLive", v."duration", v."url",
      v."waitTranscoding", v."downloadEnabled", v."commentsPolicy", v."createdAt",
      v."updatedAt", v."channelId", c."accountId" AS "ownerAccountId",
      EXISTS (SELECT FROM "videoBlacklist" b WHERE b."videoId" = v."id") AS "blocked",
      ${followedOrLocal} AS "followed",
      ${managesChannel(sql`${viewerAccountId}::int`)} AS "managesChannel",
      (${password}::text IS NOT NULL AND EXISTS (
        SELECT FROM "videoPassword" p WHERE p."videoId" = v."id" AND p."password" = ${password}::text
      )) AS "passwordMatches"
    FROM "video" v JOIN "videoChannel" c ON c."id" = v."channelId"
    WHERE ${match}`.execute(db)
  return rows[0]
}
