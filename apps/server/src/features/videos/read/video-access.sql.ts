import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { askerColumns, type AskerFacts } from './asker-facts.sql.ts'
import { isVideo } from './video-ref.sql.ts'
import type { VideoRef } from './video-ref.ts'

export interface AccessRow extends AskerFacts {
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
}

/** One row with all that access decisions need. */
export async function findAccessRow(
  db: Db | Tx,
  ref: VideoRef,
  accountId: number | null,
  password: string | null,
): Promise<AccessRow | undefined> {
  const { rows } = await sql<AccessRow>`
    SELECT v."id", v."uuid", v."name", v."privacy", v."state", v."remote", v."isLive", v."duration", v."url",
      v."waitTranscoding", v."downloadEnabled", v."commentsPolicy", v."createdAt",
      v."updatedAt", v."channelId", c."accountId" AS "ownerAccountId",
      EXISTS (SELECT FROM "videoBlacklist" b WHERE b."videoId" = v."id") AS "blocked",
      ${askerColumns({ accountId, password })}
    FROM "video" v JOIN "videoChannel" c ON c."id" = v."channelId"
    WHERE ${isVideo(ref)}`.execute(db)
  return rows[0]
}
