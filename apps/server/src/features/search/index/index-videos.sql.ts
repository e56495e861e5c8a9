import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'
import { ageMarks } from '../videos/age-marks.sql.ts'
import { popularityMarks } from '../videos/popularity-marks.sql.ts'

/**
 * Reads up to `limit` changed videos anew into the index and answers how many were taken; 0 when none is left. Safe
 * beside other nodes doing the same: each takes others.
 */
export async function indexPendingVideos(db: Db, limit: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: number }>`
      DELETE FROM sepiola."videoSearchPending" WHERE "videoId" IN (
        SELECT p."videoId" FROM sepiola."videoSearchPending" p ORDER BY p."videoId" DESC LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING "videoId" AS "id"`.execute(tx)
    if (rows.length === 0) return 0
    const ids = rows.map((row) => row.id)
    const marks = sql`ARRAY[${sql.join(ageMarks(sql`t."id"`))}] || ${popularityMarks(sql`t."views"`)}`
    await sql`
      WITH texts AS (
        SELECT v."id", lower(immutable_unaccent(v."name")) AS "name", v."description", v."views",
          coalesce((SELECT array_agg(lower(immutable_unaccent(g."name"))) FROM "videoTag" vt JOIN "tag" g ON g."id" = vt."tagId"
            WHERE vt."videoId" = v."id"), '{}') AS "tags",
          concat_ws(' ', c."name", a."name") AS "actors"
        FROM "video" v JOIN "videoChannel" c ON c."id" = v."channelId" JOIN "account" a ON a."id" = c."accountId"
        WHERE v."id" = ANY(${ids}::int[])
      ), words AS (
        SELECT t.*, sepiola.search_words(concat_ws(' ', t."name", array_to_string(t."tags", ' '))) AS "titleWords",
          sepiola.search_words(t."actors") AS "actorWords", ${marks} AS "marks"
        FROM texts t
      ), learned AS (
        INSERT INTO sepiola."searchWord"
        SELECT DISTINCT w FROM words, unnest("titleWords" || "actorWords") w WHERE length(w) > 1 ORDER BY w
        ON CONFLICT DO NOTHING
      )
      INSERT INTO sepiola."videoSearch" ("videoId", "name", "tags", "title", "document")
      SELECT "id", "name", "tags", array_to_tsvector("titleWords" || "marks"),
        array_to_tsvector("titleWords" || "actorWords" || sepiola.search_words("description") || "marks")
      FROM words
      ON CONFLICT ("videoId") DO UPDATE SET "name" = excluded."name", "tags" = excluded."tags",
        "title" = excluded."title", "document" = excluded."document"`.execute(tx)
    return rows.length
  })
}
