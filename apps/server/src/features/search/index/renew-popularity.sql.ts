import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'
import { popularGroups, popularityQuery } from '../videos/popularity-marks.sql.ts'

/**
 * Finds how many views make a video one of the most viewed; those that came into such a group or left it since the last
 * time are read anew into the index. Answers how many.
 */
export async function renewPopularity(db: Db): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const groups = sql`unnest(${[...popularGroups]}::smallint[]) AS g ("bits")`
    await sql`
      INSERT INTO sepiola."searchPopularity" ("bits", "views")
      SELECT g."bits", beyond."views" FROM ${groups} CROSS JOIN LATERAL (
        SELECT v."views" FROM "video" v ORDER BY v."views" DESC, v."id" DESC LIMIT 1 OFFSET (1 << g."bits")) beyond
      ON CONFLICT ("bits") DO UPDATE SET "views" = excluded."views"`.execute(tx)
    const { numAffectedRows } = await sql`
      WITH popular AS (
        SELECT p."bits", v."id" FROM sepiola."searchPopularity" p CROSS JOIN LATERAL (
          SELECT v."id" FROM "video" v WHERE v."views" > p."views" ORDER BY v."views" DESC LIMIT (1 << p."bits")) v
      ), marked AS (
        SELECT g."bits", s."videoId" FROM ${groups} CROSS JOIN LATERAL (
          SELECT s."videoId" FROM sepiola."videoSearch" s WHERE s."title" @@ ${popularityQuery(sql`g."bits"`)} OFFSET 0) s
      ), changed AS (
        (TABLE popular EXCEPT TABLE marked) UNION ALL (TABLE marked EXCEPT TABLE popular)
      )
      INSERT INTO sepiola."videoSearchPending" SELECT DISTINCT c."id" FROM changed c ORDER BY 1
      ON CONFLICT DO NOTHING`.execute(tx)
    return Number(numAffectedRows ?? 0)
  })
}
