import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

/** What is kept of a video's latest source; undefined when it has none. */
export async function findLatestSource(db: Db | Tx, videoId: number) {
  return db
    .selectFrom('videoSource')
    .select(['id', 'keptOriginalFilename'])
    .where('videoId', '=', videoId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

/** Only the latest source keeps its file; returns the names that no source has any more. */
export async function setKeptOriginal(db: Db | Tx, videoId: number, sourceId: number, filename: string, now: Date) {
  const { rows } = await sql<{ filename: string }>`
    WITH before AS (
      SELECT "id", "keptOriginalFilename" AS filename FROM "videoSource"
      WHERE "videoId" = ${videoId} AND "keptOriginalFilename" IS NOT NULL AND "keptOriginalFilename" <> ${filename}
    ), forgotten AS (
      UPDATE "videoSource" s SET "keptOriginalFilename" = NULL, "storage" = NULL, "updatedAt" = ${now}
      FROM before WHERE s."id" = before."id" AND s."id" <> ${sourceId}
    ), kept AS (
      UPDATE "videoSource" SET "keptOriginalFilename" = ${filename}, "storage" = 0, "updatedAt" = ${now}
      WHERE "id" = ${sourceId}
    )
    SELECT filename FROM before`.execute(db)
  return rows.map((row) => row.filename)
}
