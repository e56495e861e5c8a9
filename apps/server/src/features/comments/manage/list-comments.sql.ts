import { sql, type RawBuilder } from 'kysely'
import { accountJson, channelSummaryJson, type AccountRow, type ActorSummaryRow } from '#features/accounts/public.ts'
import { isNotMuted } from '#features/blocklists/public.ts'
import { channelsOf } from '#features/channels/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { containing, pageClause } from '#foundation/db/list-clauses.ts'

export interface CommentFilters {
  /** Only comments on videos of this account's channels, with `collaborations` also of those that it helps with. */
  ownerAccountId?: number
  collaborations?: boolean | undefined
  /** Whose automatic tags are shown and searched. */
  tagsAccountId: number
  /** Authors muted by the instance are left out. */
  hideMuted: boolean
  search?: string | undefined
  searchAccount?: string | undefined
  searchVideo?: string | undefined
  videoId?: number | undefined
  videoChannelId?: number | undefined
  autoTagOneOf?: string[] | undefined
  isHeldForReview?: boolean | undefined
  isLocal?: boolean | undefined
  onLocalVideo?: boolean | undefined
}

export interface CommentPage {
  start: number
  count: number
  descending: boolean
}

export interface ListedCommentRow {
  id: number
  url: string
  text: string
  originCommentId: number | null
  inReplyToCommentId: number | null
  videoId: number
  heldForReview: boolean
  createdAt: Date
  updatedAt: Date
  automaticTags: string[]
  account: AccountRow | null
  video: { uuid: string; name: string; channel: ActorSummaryRow }
}

const accountsLike = (search: string) => sql`
  SELECT a."id" FROM "account" a WHERE lower(a."name") LIKE lower(${containing(search)})
  UNION ALL
  SELECT a."accountId" FROM "actor" a
   WHERE a."accountId" IS NOT NULL AND lower(a."preferredUsername") LIKE lower(${containing(search)})`

const videosLike = (search: string) => sql`
  SELECT v."id" FROM "video" v
   WHERE lower(immutable_unaccent(v."name")) LIKE lower(immutable_unaccent(${containing(search)}))`

/** Each of the three has an index of its own. */
const commentsLike = (search: string) => sql`
  SELECT x."id" FROM "videoComment" x WHERE x."deletedAt" IS NULL AND lower(x."text") LIKE lower(${containing(search)})
  UNION ALL SELECT x."id" FROM "videoComment" x WHERE x."accountId" IN (${accountsLike(search)})
  UNION ALL SELECT x."id" FROM "videoComment" x WHERE x."videoId" IN (${videosLike(search)})`

/** Ids of the videos of an account's channels, with `collaborations` also of those that it helps with. */
export function ownedVideos(accountId: number, collaborations: boolean | undefined): RawBuilder<unknown> {
  return sql`SELECT v."id" FROM "video" v WHERE v."channelId" IN (${channelsOf(accountId, collaborations ?? false)})`
}

function where(filters: CommentFilters): RawBuilder<unknown> {
  const rules: RawBuilder<unknown>[] = [sql`c."deletedAt" IS NULL`]
  const add = (rule: RawBuilder<unknown>) => rules.push(rule)
  const { ownerAccountId, videoId, videoChannelId, isHeldForReview, isLocal, onLocalVideo } = filters
  if (ownerAccountId !== undefined) add(sql`c."videoId" IN (${ownedVideos(ownerAccountId, filters.collaborations)})`)
  if (filters.hideMuted) add(isNotMuted(sql<number | null>`c."accountId"`, []))
  if (videoId !== undefined) add(sql`c."videoId" = ${videoId}`)
  if (videoChannelId !== undefined) {
    add(sql`c."videoId" IN (SELECT v."id" FROM "video" v WHERE v."channelId" = ${videoChannelId})`)
  }
  if (isHeldForReview !== undefined) add(isHeldForReview ? sql`c."heldForReview"` : sql`NOT c."heldForReview"`)
  if (isLocal !== undefined) {
    const local = isLocal ? sql`a."serverId" IS NULL` : sql`a."serverId" IS NOT NULL`
    add(sql`EXISTS (SELECT FROM "actor" a WHERE a."accountId" = c."accountId" AND ${local})`)
  }
  if (onLocalVideo !== undefined) {
    add(sql`EXISTS (SELECT FROM "video" v WHERE v."id" = c."videoId" AND v."remote" = ${sql.lit(!onLocalVideo)})`)
  }
  if (filters.autoTagOneOf) {
    const names = filters.autoTagOneOf.map((name) => name.toLowerCase())
    add(sql`c."id" IN (SELECT t."commentId" FROM "automaticTag" n
      JOIN "commentAutomaticTag" t ON t."automaticTagId" = n."id" AND t."accountId" = ${filters.tagsAccountId}
      WHERE lower(n."name") = ANY(${names}::text[]))`)
  }
  if (filters.search) add(sql`c."id" IN (${commentsLike(filters.search)})`)
  if (filters.searchAccount) add(sql`c."accountId" IN (${accountsLike(filters.searchAccount)})`)
  if (filters.searchVideo) add(sql`c."videoId" IN (${videosLike(filters.searchVideo)})`)
  return sql.join(rules, sql` AND `)
}

/** Comments that are not deleted: ids of the page first, then what is shown of them. */
export async function listComments(
  db: Db | Tx,
  filters: CommentFilters,
  page: CommentPage,
): Promise<{ total: number; rows: ListedCommentRow[] }> {
  const direction = page.descending ? sql`DESC` : sql`ASC`
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*)::int AS total FROM "videoComment" c WHERE ${where(filters)}`.execute(db),
    sql<ListedCommentRow>`
      SELECT c."id", c."url", c."text", c."originCommentId", c."inReplyToCommentId", c."videoId", c."heldForReview",
             c."createdAt", c."updatedAt", ${accountJson(sql<number>`c."accountId"`)} AS "account",
             coalesce((SELECT json_agg(n."name" ORDER BY n."name") FROM "commentAutomaticTag" t
               JOIN "automaticTag" n ON n."id" = t."automaticTagId"
              WHERE t."commentId" = c."id" AND t."accountId" = ${filters.tagsAccountId}), '[]'::json) AS "automaticTags",
             json_build_object('uuid', v."uuid", 'name', v."name",
               'channel', ${channelSummaryJson(sql<number>`v."channelId"`)}) AS "video"
        FROM (SELECT c."id", c."createdAt" FROM "videoComment" c WHERE ${where(filters)}
               ORDER BY c."createdAt" ${direction}, c."id" ASC ${pageClause(page)}) page
        JOIN "videoComment" c ON c."id" = page."id" JOIN "video" v ON v."id" = c."videoId"
       ORDER BY page."createdAt" ${direction}, page."id" ASC`.execute(db),
  ])
  return { total: counted.rows[0]!.total, rows: listed.rows }
}
