import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'

export interface Usage {
  users: number
  /** Signed in within 30 and 180 days. */
  activeMonth: number
  activeHalfyear: number
  videos: number
  comments: number
}

const day = 24 * 3_600_000

export async function findUsage(db: Db, now: Date): Promise<Usage> {
  const since = (days: number) => sql<Date>`${new Date(now.getTime() - days * day)}::timestamptz`
  const { rows } = await sql<Usage>`
    SELECT u.*, v.*, c.*
      FROM (SELECT count(*) AS users, count(*) FILTER (WHERE "lastLoginDate" > ${since(30)}) AS "activeMonth",
                   count(*) FILTER (WHERE "lastLoginDate" > ${since(180)}) AS "activeHalfyear" FROM "user") u,
           (SELECT count(*) AS videos FROM "video" WHERE NOT remote) v,
           (SELECT count(*) AS comments
              FROM "videoComment" c JOIN "actor" a ON a."accountId" = c."accountId" AND a."serverId" IS NULL
             WHERE c."deletedAt" IS NULL AND NOT c."heldForReview") c`.execute(db)
  return rows[0]!
}
