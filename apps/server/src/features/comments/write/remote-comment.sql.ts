import { sql } from 'kysely'
import { isNotMuted } from '#features/blocklists/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface RemoteCommentFacts {
  video: { remote: boolean; ownerAccountId: number; commentsPolicy: number }
  originCommentId: number | null
  authorMuted: boolean
}

/** Undefined when the video, or the comment that is answered, is not there. */
export async function findRemoteCommentFacts(
  db: Db | Tx,
  comment: { videoId: number; accountId: number | null; inReplyToCommentId: number | null },
): Promise<RemoteCommentFacts | undefined> {
  const { videoId, accountId, inReplyToCommentId } = comment
  const author = sql<number | null>`${accountId}::int`
  const { rows } = await sql<RemoteCommentFacts>`
    SELECT json_build_object('remote', v."remote", 'ownerAccountId', ch."accountId", 'commentsPolicy', v."commentsPolicy") AS "video",
           coalesce(p."originCommentId", p."id") AS "originCommentId",
           NOT (${isNotMuted(author, [])}
             AND NOT EXISTS (SELECT FROM "accountBlocklist" own
                              WHERE own."accountId" = ch."accountId" AND own."targetAccountId" = ${author})
             AND NOT EXISTS (SELECT FROM "actor" a JOIN "serverBlocklist" own ON own."targetServerId" = a."serverId"
                              WHERE own."accountId" = ch."accountId" AND a."accountId" = ${author})) AS "authorMuted"
      FROM "video" v JOIN "videoChannel" ch ON ch."id" = v."channelId"
      LEFT JOIN "videoComment" p ON p."id" = ${inReplyToCommentId}::int AND p."videoId" = v."id"
     WHERE v."id" = ${videoId} AND (p."id" IS NOT NULL OR ${inReplyToCommentId}::int IS NULL)`.execute(db)
  return rows[0]
}
