import { sql } from 'kysely'
import type { Db, Tx } from './database.ts'

export interface ActLimit {
  max: number
  /** ms from the first act on. */
  window: number
  now: Date
}

/**
 * Counts an act, with those of all other nodes. False, and not counted: there were as many in the running window as may
 * be. In a transaction that is rolled back it was not done.
 */
export async function countAct(db: Db | Tx, name: string, { max, window, now }: ActLimit): Promise<boolean> {
  const end = new Date(now.getTime() + window)
  const { rows } = await sql`
    INSERT INTO sepiola."countedAct" AS act ("name", "count", "endsAt") VALUES (${name}, 1, ${end})
        ON CONFLICT ("name") DO UPDATE
       SET "count" = CASE WHEN act."endsAt" <= ${now} THEN 1 ELSE act."count" + 1 END,
           "endsAt" = CASE WHEN act."endsAt" <= ${now} THEN EXCLUDED."endsAt" ELSE act."endsAt" END
     WHERE act."endsAt" <= ${now} OR act."count" < ${max}
    RETURNING "name"`.execute(db)
  return rows.length > 0
}

export async function forgetCountedActs(db: Db | Tx, now: Date): Promise<void> {
  await db.deleteFrom('sepiola.countedAct').where('endsAt', '<=', now).execute()
}
