import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'

/** The user subscribes to so many channels, spread over all that there are. */
export async function seedSubscriptions(
  db: Db,
  { username, channels }: { username: string; channels: number },
): Promise<void> {
  await sql`INSERT INTO "actorFollow" ("state", "actorId", "targetActorId", "createdAt", "updatedAt")
    SELECT 'accepted', me."id", channel."id", now(), now()
    FROM (SELECT a."id" FROM "actor" a JOIN "account" o ON o."id" = a."accountId" JOIN "user" u ON u."id" = o."userId"
      WHERE u."username" = ${username}) me,
      (SELECT a."id" FROM "actor" a WHERE a."videoChannelId" IS NOT NULL
        ORDER BY hashint4extended(a."id", 0) LIMIT ${channels}) channel
    ON CONFLICT DO NOTHING`.execute(db)
}
