import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface EmbedRules {
  policy: number
  /** In the order in which they were given. */
  domains: string[]
}

export async function findEmbedRules(db: Db | Tx, videoId: number): Promise<EmbedRules | undefined> {
  const { rows } = await sql<EmbedRules>`
    SELECT v."embedPrivacyPolicy" AS "policy", ARRAY(
      SELECT d."domain" FROM "videoEmbedPrivacyDomain" d WHERE d."videoId" = v."id" ORDER BY d."id") AS "domains"
    FROM "video" v WHERE v."id" = ${videoId}`.execute(db)
  return rows[0]
}

/** The domains become exactly these; they are distinct. */
export async function replaceEmbedRules(tx: Tx, videoId: number, rules: EmbedRules, now: Date): Promise<void> {
  const { policy: embedPrivacyPolicy, domains } = rules
  await tx.updateTable('video').set({ embedPrivacyPolicy, updatedAt: now }).where('id', '=', videoId).execute()
  await tx.deleteFrom('videoEmbedPrivacyDomain').where('videoId', '=', videoId).execute()
  if (domains.length === 0) return
  // One parameter however many there are: a body holds more than a statement can have.
  await sql`
    INSERT INTO "videoEmbedPrivacyDomain" ("domain", "videoId", "createdAt", "updatedAt")
    SELECT d.text, ${videoId}, ${now}, ${now} FROM unnest(${domains}::text[]) WITH ORDINALITY d (text, place)
    ORDER BY d.place`.execute(tx)
}
