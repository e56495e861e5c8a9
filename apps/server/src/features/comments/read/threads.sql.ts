import { sql, type RawBuilder } from 'kysely'
import { accountJson, type AccountRow } from '#features/accounts/public.ts'
import { isNotMuted } from '#features/blocklists/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { pageClause, readSort } from '#foundation/db/list-clauses.ts'
import { isHidden, isVisible, mutersOf, type CommentSight } from './comment-sight.sql.ts'

export interface CommentRow {
  id: number
  url: string
  text: string
  heldForReview: boolean
  originCommentId: number | null
  inReplyToCommentId: number | null
  videoId: number
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
  account: AccountRow | null
}

export interface CountedCommentRow extends CommentRow {
  totalReplies: number
  totalRepliesFromVideoAuthor: number
}

export interface ThreadPage {
  start: number
  count: number
  sort: 'createdAt' | '-createdAt' | 'totalReplies' | '-totalReplies'
}

/** Columns of `CommentRow` on the alias `c`, but for the account. */
export const commentColumns = sql`c."id", c."url", c."text", c."heldForReview", c."originCommentId",
  c."inReplyToCommentId", c."videoId", c."createdAt", c."updatedAt", c."deletedAt"`

const commentAccount = sql`${accountJson(sql<number>`c."accountId"`)} AS "account"`

/** Replies that count, as `r`: not deleted, their authors not muted; held ones count (spec 04 §8.1). */
const countedReplies = (videoId: number, sight: CommentSight) => sql`
  FROM "videoComment" r WHERE r."videoId" = ${videoId} AND r."deletedAt" IS NULL
    AND ${isNotMuted(sql<number | null>`r."accountId"`, mutersOf(sight))}`

/** First comments of the threads of a video, deleted ones included. */
export async function findThreads(
  db: Db | Tx,
  videoId: number,
  sight: CommentSight,
  page: ThreadPage,
): Promise<CountedCommentRow[]> {
  const { column, direction } = readSort(page.sort)
  const byReplies = column === 'totalReplies'
  const key: RawBuilder<unknown> = byReplies ? sql`coalesce(replies."count", 0)` : sql`c."createdAt"`
  const allReplies = byReplies
    ? sql`LEFT JOIN (SELECT r."originCommentId", count(*) AS "count" ${countedReplies(videoId, sight)}
            AND r."originCommentId" IS NOT NULL GROUP BY 1) replies ON replies."originCommentId" = c."id"`
    : sql``
  const { rows } = await sql<CountedCommentRow>`
    SELECT ${commentColumns}, ${commentAccount}, replies."totalReplies", replies."totalRepliesFromVideoAuthor"
      FROM (SELECT c.*, ${key} AS "key" FROM "videoComment" c ${allReplies}
             WHERE c."videoId" = ${videoId} AND c."inReplyToCommentId" IS NULL AND ${isVisible(sight)}
             ORDER BY "key" ${direction}, c."id" ASC ${pageClause(page)}) c
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS "totalReplies",
               (count(*) FILTER (WHERE r."accountId" = ${sight.ownerAccountId}))::int AS "totalRepliesFromVideoAuthor"
        ${countedReplies(videoId, sight)} AND r."originCommentId" = c."id") replies
     ORDER BY c."key" ${direction}, c."id" ASC`.execute(db)
  return rows
}

/** `threads`: visible ones, deleted ones included; `notDeleted`: visible comments and replies that are not deleted. */
export async function countComments(
  db: Db | Tx,
  videoId: number,
  sight: CommentSight,
): Promise<{ threads: number; notDeleted: number }> {
  const { rows } = await sql<{ threads: number; notDeleted: number }>`
    WITH RECURSIVE hidden AS (
      SELECT c."id" FROM "videoComment" c WHERE c."videoId" = ${videoId} AND ${isHidden(sight)}
      UNION
      SELECT r."id" FROM hidden JOIN "videoComment" r ON r."inReplyToCommentId" = hidden."id"
    )
    SELECT (count(*) FILTER (WHERE c."inReplyToCommentId" IS NULL))::int AS "threads",
           (count(*) FILTER (WHERE c."deletedAt" IS NULL))::int AS "notDeleted"
      FROM "videoComment" c WHERE c."videoId" = ${videoId} AND c."id" NOT IN (SELECT hidden."id" FROM hidden)`.execute(
    db,
  )
  return rows[0]!
}

export interface ThreadCommentRow extends CommentRow {
  /** Of the author, by the instance, the viewer or the owner of the video. */
  muted: boolean
}

/** A thread's first comment and all replies, oldest first, whether the viewer sees them or not. */
export async function findThreadComments(
  db: Db | Tx,
  thread: { id: number; videoId: number },
  sight: CommentSight,
): Promise<ThreadCommentRow[]> {
  const { rows } = await sql<ThreadCommentRow>`
    WITH thread AS MATERIALIZED (
      SELECT c.* FROM "videoComment" c WHERE c."id" = ${thread.id}
      UNION ALL
      SELECT c.* FROM "videoComment" c WHERE c."videoId" = ${thread.videoId} AND c."originCommentId" = ${thread.id}
    ), author AS MATERIALIZED (
      SELECT a."accountId", ${accountJson(sql<number>`a."accountId"`)} AS "account",
             NOT (${isNotMuted(sql<number>`a."accountId"`, mutersOf(sight))}) AS "muted"
        FROM (SELECT DISTINCT t."accountId" FROM thread t WHERE t."accountId" IS NOT NULL) a
    )
    SELECT ${commentColumns}, author."account", coalesce(author."muted", false) AS "muted"
      FROM thread c LEFT JOIN author ON author."accountId" = c."accountId"
     ORDER BY c."createdAt", c."id"`.execute(db)
  return rows
}

/** A comment that nobody answered yet. */
export async function findNewComment(db: Db | Tx, id: number): Promise<CountedCommentRow> {
  const { rows } = await sql<CommentRow>`
    SELECT ${commentColumns}, ${commentAccount} FROM "videoComment" c WHERE c."id" = ${id}`.execute(db)
  return { ...rows[0]!, totalReplies: 0, totalRepliesFromVideoAuthor: 0 }
}
