import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface TaggedText {
  id: number
  text: string
}

/** Comments behind `after` by id: of the account's videos, or all of them (`accountId` null). */
export async function findCommentsBehind(
  db: Db | Tx,
  accountId: number | null,
  after: number,
  limit: number,
): Promise<TaggedText[]> {
  const ofAccount =
    accountId === null
      ? sql``
      : sql`AND c."videoId" IN (SELECT v."id" FROM "video" v JOIN "videoChannel" ch ON ch."id" = v."channelId"
          WHERE ch."accountId" = ${accountId})`
  const { rows } = await sql<TaggedText>`
    SELECT c."id", c."text" FROM "videoComment" c
     WHERE c."id" > ${after} AND c."deletedAt" IS NULL ${ofAccount} ORDER BY c."id" LIMIT ${limit}`.execute(db)
  return rows
}

/** All videos behind `after` by id, with what their tags come from. */
export async function findVideosBehind(db: Db | Tx, after: number, limit: number): Promise<TaggedText[]> {
  const { rows } = await sql<TaggedText>`
    SELECT v."id", v."name" || E'\n' || coalesce(v."description", '') AS "text" FROM "video" v
     WHERE v."id" > ${after} ORDER BY v."id" LIMIT ${limit}`.execute(db)
  return rows
}
