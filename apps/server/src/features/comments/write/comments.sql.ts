import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface StoredComment {
  id: number
  url: string
  videoId: number
  accountId: number | null
  originCommentId: number | null
  inReplyToCommentId: number | null
  heldForReview: boolean
  deletedAt: Date | null
}

const stored = [
  'id',
  'url',
  'videoId',
  'accountId',
  'originCommentId',
  'inReplyToCommentId',
  'heldForReview',
  'deletedAt',
] as const

export async function findComment(db: Db | Tx, id: number): Promise<StoredComment | undefined> {
  return db.selectFrom('videoComment').select(stored).where('id', '=', id).executeTakeFirst()
}

export async function findCommentByUrl(db: Db | Tx, url: string): Promise<StoredComment | undefined> {
  return db.selectFrom('videoComment').select(stored).where('url', '=', url).executeTakeFirst()
}

export interface NewComment {
  text: string
  videoId: number
  accountId: number
  /** The first comment of the thread, null for one. */
  originCommentId: number | null
  inReplyToCommentId: number | null
  heldForReview: boolean
  now: Date
}

/** A comment of this server: its URL is `base` and its id. */
export async function insertLocalComment(tx: Tx, base: string, comment: NewComment): Promise<StoredComment> {
  const { rows } = await sql<StoredComment>`
    INSERT INTO "videoComment" ("id", "url", "text", "heldForReview", "originCommentId", "inReplyToCommentId", "videoId",
      "accountId", "createdAt", "updatedAt")
    SELECT new.id, ${base}::text || new.id, ${comment.text}, ${comment.heldForReview}, ${comment.originCommentId}::int,
           ${comment.inReplyToCommentId}::int, ${comment.videoId}, ${comment.accountId}, ${comment.now}, ${comment.now}
      FROM (SELECT nextval(pg_get_serial_sequence('"videoComment"', 'id'))::int AS id) new
    RETURNING "id", "url", "videoId", "accountId", "originCommentId", "inReplyToCommentId", "heldForReview", "deletedAt"`.execute(
    tx,
  )
  return rows[0]!
}

/** Undefined when a comment with this URL is known already. */
export async function insertRemoteComment(
  tx: Tx,
  comment: Omit<NewComment, 'accountId'> & {
    url: string
    accountId: number | null
    deletedAt: Date | null
    replyApproval: string | null
    createdAt: Date
  },
): Promise<number | undefined> {
  const { now, ...columns } = comment
  const row = await tx
    .insertInto('videoComment')
    .values({ ...columns, updatedAt: now })
    .onConflict((conflict) => conflict.column('url').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Text and author go, the rows stay; ids that are deleted already are left out. */
export async function deleteComments(tx: Tx, ids: readonly number[], now: Date): Promise<StoredComment[]> {
  const { rows } = await sql<StoredComment>`
    UPDATE "videoComment" c SET "text" = '', "accountId" = NULL, "deletedAt" = ${now}, "updatedAt" = ${now}
      FROM (SELECT o."id", o."accountId" FROM "videoComment" o
             WHERE o."id" = ANY(${ids}::int[]) AND o."deletedAt" IS NULL ORDER BY o."id" FOR UPDATE) old
     WHERE c."id" = old."id"
    RETURNING c."id", c."url", c."videoId", old."accountId", c."originCommentId", c."inReplyToCommentId",
      c."heldForReview", c."deletedAt"`.execute(tx)
  return rows
}

/** False when it is not held (any more). `replyApproval`: the remote activity that let it pass. */
export async function releaseComment(
  tx: Tx,
  id: number,
  { replyApproval, now }: { replyApproval: string | null; now: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('videoComment')
    .set({ heldForReview: false, updatedAt: now, ...(replyApproval === null ? {} : { replyApproval }) })
    .where('id', '=', id)
    .where('heldForReview', '=', true)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
