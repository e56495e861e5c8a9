import { sql } from 'kysely'
import type { Db, Tx } from './database.ts'

export interface ActLimit {
  max: number
  /** ms from the first act on. */
  window: number
  now: Date
}

export interface CountedAct {
  /** False, and not counted: there were as many in the running window as may be. */
  allowed: boolean
  /** In the running window, this one included. */
  count: number
  endsAt: Date
}

/** Counts an act, with those of all other nodes. In a transaction that is rolled back it was not done. */
export async function countAct(db: Db | Tx, name: string, limit: ActLimit): Promise<boolean> {
  return (await takeAct(db, name, limit)).allowed
}

/** The same, and tells how many there were. One statement, unless it is refused. */
export async function takeAct(db: Db | Tx, name: string, { max, window, now }: ActLimit): Promise<CountedAct> {
  const end = new Date(now.getTime() + window)
  const { rows } = await sql<Omit<CountedAct, 'allowed'>>`
    INSERT INTO sepiola."countedAct" AS act ("name", "count", "endsAt") VALUES (${name}, 1, ${end})
        ON CONFLICT ("name") DO UPDATE
       SET "count" = CASE WHEN act."endsAt" <= ${now} THEN 1 ELSE act."count" + 1 END,
           "endsAt" = CASE WHEN act."endsAt" <= ${now} THEN EXCLUDED."endsAt" ELSE act."endsAt" END
     WHERE act."endsAt" <= ${now} OR act."count" < ${max}
    RETURNING "count", "endsAt"`.execute(db)
  if (rows[0]) return { allowed: true, ...rows[0] }
  const found = await db
    .selectFrom('sepiola.countedAct')
    .select(['count', 'endsAt'])
    .where('name', '=', name)
    .executeTakeFirst()
  return { allowed: false, count: found?.count ?? max, endsAt: found?.endsAt ?? end }
}

/** As if an act of the running window had not been done. */
export async function giveActBack(db: Db | Tx, name: string, now: Date): Promise<void> {
  await sql`
    UPDATE sepiola."countedAct" SET "count" = "count" - 1
     WHERE "name" = ${name} AND "endsAt" > ${now} AND "count" > 0`.execute(db)
}

export async function forgetCountedActs(db: Db | Tx, now: Date): Promise<void> {
  await db.deleteFrom('sepiola.countedAct').where('endsAt', '<=', now).execute()
}
