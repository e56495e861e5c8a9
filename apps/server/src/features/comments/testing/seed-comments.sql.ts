import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'

/**
 * Fills the newest video of `seedVideos` with the same 300 threads every time, of which each third has two answers; for
 * benchmarks.
 */
export async function seedComments(db: Db, { originUrl }: { originUrl: string }): Promise<void> {
  await sql`
    WITH target AS (SELECT v."id" AS "videoId", v."uuid" FROM "video" v ORDER BY v."publishedAt" DESC, v."id" LIMIT 1),
    author AS (SELECT array_agg(a."id" ORDER BY a."id") AS ids FROM "account" a WHERE a."userId" IS NOT NULL),
    new AS (
      SELECT nextval(pg_get_serial_sequence('"videoComment"', 'id'))::int AS id, thread, answer
        FROM generate_series(1, 300) thread, generate_series(0, 2) answer WHERE answer = 0 OR thread % 3 = 0
    ), named AS (
      SELECT new.*, CASE WHEN answer > 0 THEN min(id) OVER (PARTITION BY thread) END AS "firstId" FROM new
    )
    INSERT INTO "videoComment" ("id", "url", "text", "heldForReview", "originCommentId", "inReplyToCommentId", "videoId",
      "accountId", "createdAt", "updatedAt")
    SELECT id, ${originUrl}::text || '/videos/watch/' || target."uuid" || '/comments/' || id,
           'Comment ' || thread || '. ' || repeat('It says something about the film. ', 1 + thread % 5), false, "firstId",
           "firstId", target."videoId", author.ids[1 + thread % cardinality(author.ids)],
           timestamptz '2026-01-01T00:00:00Z' + thread * interval '1 minute', timestamptz '2026-01-01T00:00:00Z'
      FROM named, target, author ORDER BY answer, id`.execute(db)
  await sql`UPDATE "video" v SET "comments" = (SELECT count(*) FROM "videoComment" c WHERE c."videoId" = v."id")
    WHERE v."id" IN (SELECT DISTINCT c."videoId" FROM "videoComment" c)`.execute(db)
}
