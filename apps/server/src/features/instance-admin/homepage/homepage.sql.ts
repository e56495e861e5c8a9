import { sql } from 'kysely'
import { instanceAccountIds } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

/** Text of the instance's homepage; undefined when none was ever stored. */
export async function findHomepage(db: Db | Tx): Promise<string | undefined> {
  const { rows } = await sql<{ content: string }>`
    SELECT COALESCE(p.content, '') AS content
      FROM "actorCustomPage" p
      JOIN "actor" act ON act.id = p."actorId"
     WHERE p.type = 'homepage' AND act."accountId" IN (${instanceAccountIds})`.execute(db)
  return rows[0]?.content
}

export async function saveHomepage(db: Db | Tx, content: string, now: Date): Promise<void> {
  await sql`
    INSERT INTO "actorCustomPage" (content, type, "actorId", "createdAt", "updatedAt")
    SELECT ${content}, 'homepage', act.id, ${now}, ${now}
      FROM "actor" act WHERE act."accountId" IN (${instanceAccountIds})
        ON CONFLICT ("actorId", type) DO UPDATE SET content = EXCLUDED.content, "updatedAt" = EXCLUDED."updatedAt"`.execute(
    db,
  )
}
