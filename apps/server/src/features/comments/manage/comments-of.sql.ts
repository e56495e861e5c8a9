import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { ownedVideos } from './list-comments.sql.ts'

/** Ids of an account's newest comments; `owner`: only those on videos of this account's channels. */
export async function findCommentsOf(
  db: Db | Tx,
  accountId: number,
  owner: { id: number; collaborations: boolean } | null,
  limit: number,
): Promise<number[]> {
  const onVideos = owner ? sql`AND c."videoId" IN (${ownedVideos(owner.id, owner.collaborations)})` : sql``
  const { rows } = await sql<{ id: number }>`
    SELECT c."id" FROM "videoComment" c WHERE c."accountId" = ${accountId} AND c."deletedAt" IS NULL ${onVideos}
     ORDER BY c."createdAt" DESC, c."id" LIMIT ${limit}`.execute(db)
  return rows.map((row) => row.id)
}
