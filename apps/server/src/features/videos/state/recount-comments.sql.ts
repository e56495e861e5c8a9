import { sql } from 'kysely'
import type { Tx } from '#foundation/db/database.ts'

/**
 * `video.comments` of these videos; deleted comments and those held for review do not count. The rows are locked
 * before the comments are counted, so that of two comments at one time the second one counts both.
 */
export async function recountComments(tx: Tx, videoIds: readonly number[]): Promise<void> {
  await sql`
    SELECT FROM "video" v WHERE v."id" = ANY(${videoIds}::int[]) ORDER BY v."id" FOR NO KEY UPDATE`.execute(tx)
  await sql`
    UPDATE "video" v
       SET "comments" = (SELECT count(*) FROM "videoComment" c
                          WHERE c."videoId" = v."id" AND c."deletedAt" IS NULL AND NOT c."heldForReview")
     WHERE v."id" = ANY(${videoIds}::int[])`.execute(tx)
}
