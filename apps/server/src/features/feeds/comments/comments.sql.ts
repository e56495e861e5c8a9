import { sql, type RawBuilder } from 'kysely'
import { VideoPrivacy } from '@sepiola/contract/enums.ts'
import { accountSummaryJson, instanceAccountIds, type ActorSummaryRow } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface FeedComment {
  id: number
  url: string
  text: string
  threadId: number
  createdAt: Date
  updatedAt: Date
  account: ActorSummaryRow
  video: { uuid: string; name: string }
}

export interface CommentFeedFilters {
  videoId?: number | undefined
  /** Comments on this account's videos. */
  ownerAccountId?: number | undefined
  videoChannelId?: number | undefined
}

/** The account `account` or its server is muted by the instance or by `owner`; both SQL. */
const muted = (account: RawBuilder<unknown>, owner: RawBuilder<unknown>) => sql`(
  EXISTS (SELECT FROM "accountBlocklist" m WHERE m."targetAccountId" = ${account}
    AND (m."accountId" = ${owner} OR m."accountId" IN (${instanceAccountIds})))
  OR EXISTS (SELECT FROM "actor" a JOIN "serverBlocklist" m ON m."targetServerId" = a."serverId"
    WHERE a."accountId" = ${account} AND (m."accountId" = ${owner} OR m."accountId" IN (${instanceAccountIds}))))`

/** What the comment `c` answers, and what that answers…, is hidden, and the comment with it (spec 04 §8.2). */
const underHidden = sql`EXISTS (
  WITH RECURSIVE above AS (
    SELECT p."id", p."inReplyToCommentId", p."heldForReview", p."accountId" FROM "videoComment" p
     WHERE p."id" = c."inReplyToCommentId"
    UNION
    SELECT p."id", p."inReplyToCommentId", p."heldForReview", p."accountId" FROM "videoComment" p
      JOIN above ON p."id" = above."inReplyToCommentId"
  )
  SELECT FROM above WHERE above."heldForReview" OR ${muted(sql`above."accountId"`, sql`ch."accountId"`)})`

/**
 * The newest comments that anybody may read on public videos that anybody may read; muted authors are those of the
 * instance and of the video's owner. `readable`: SQL on the alias `v`.
 */
export async function findNewestComments(
  db: Db | Tx,
  filters: CommentFeedFilters,
  readable: RawBuilder<boolean>,
  count: number,
): Promise<FeedComment[]> {
  const { videoId, ownerAccountId, videoChannelId } = filters
  const narrowing = [
    ...(videoId === undefined ? [] : [sql`c."videoId" = ${videoId}`]),
    ...(ownerAccountId === undefined ? [] : [sql`ch."accountId" = ${ownerAccountId}`]),
    ...(videoChannelId === undefined ? [] : [sql`v."channelId" = ${videoChannelId}`]),
  ]
  const { rows } = await sql<FeedComment>`
    SELECT c."id", c."url", c."text", coalesce(c."originCommentId", c."id") AS "threadId", c."createdAt", c."updatedAt",
      ${accountSummaryJson(sql<number>`c."accountId"`)} AS "account",
      json_build_object('uuid', v."uuid", 'name', v."name") AS "video"
    FROM (
      SELECT c."id" FROM "videoComment" c
        JOIN "video" v ON v."id" = c."videoId" JOIN "videoChannel" ch ON ch."id" = v."channelId"
       WHERE c."deletedAt" IS NULL AND NOT c."heldForReview" AND c."accountId" IS NOT NULL
         AND v."privacy" = ${sql.lit(VideoPrivacy.PUBLIC)} AND ${readable}
         AND NOT ${muted(sql`ch."accountId"`, sql`NULL::int`)} AND NOT ${muted(sql`c."accountId"`, sql`ch."accountId"`)}
         AND NOT ${underHidden}
         ${narrowing.length === 0 ? sql`` : sql`AND ${sql.join(narrowing, sql` AND `)}`}
       ORDER BY c."createdAt" DESC, c."id" LIMIT ${count}
    ) page
    JOIN "videoComment" c ON c."id" = page."id" JOIN "video" v ON v."id" = c."videoId"
    ORDER BY c."createdAt" DESC, c."id"`.execute(db)
  return rows
}
