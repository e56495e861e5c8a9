import { sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'

export async function findOverrides(db: Db | Tx): Promise<Record<string, unknown> | undefined> {
  const row = await db.selectFrom('sepiola.settingOverrides').select('values').executeTakeFirst()
  return row?.values
}

/** The notification leaves with the commit. */
export async function saveOverrides(tx: Tx, values: Record<string, unknown>, channel: string): Promise<void> {
  const stored = JSON.stringify(values)
  await tx
    .insertInto('sepiola.settingOverrides')
    .values({ values: stored })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ values: stored, updatedAt: sql<Date>`now()` }))
    .execute()
  await sql`SELECT pg_notify(${channel}, '')`.execute(tx)
}

export async function adoptOverrides(db: Db | Tx, values: Record<string, unknown>): Promise<void> {
  await db
    .insertInto('sepiola.settingOverrides')
    .values({ values: JSON.stringify(values) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
