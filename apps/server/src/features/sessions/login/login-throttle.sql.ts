import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'

export interface Failures {
  lastAt: Date
  /** The last failure and those remembered before it, times what each takes to be forgiven, lie between the two. */
  forgottenAt: Date
}

/** More is not remembered, ms. */
const longestMemory = 86_400_000

export async function findFailures(db: Db, keyHashes: readonly string[]): Promise<Map<string, Failures>> {
  const { rows } = await sql<Failures & { keyHash: string }>`
    SELECT "keyHash", "lastAt", "forgottenAt" FROM sepiola."loginFailure"
     WHERE "keyHash" = ANY(${keyHashes}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.keyHash, row]))
}

/** One more each; `forgive`: ms until it is forgiven. */
export async function saveFailures(
  db: Db,
  failed: readonly { keyHash: string; forgive: number }[],
  now: Date,
): Promise<void> {
  await sql`
    INSERT INTO sepiola."loginFailure" AS known ("keyHash", "lastAt", "forgottenAt")
    SELECT "keyHash", ${now}::timestamptz, ${now}::timestamptz + "forgive" * interval '1 millisecond'
      FROM unnest(${failed.map(({ keyHash }) => keyHash)}::text[],
                  ${failed.map(({ forgive }) => forgive)}::double precision[]) AS failed ("keyHash", "forgive")
     -- Two attempts at one time lock the rows in one order.
     ORDER BY "keyHash"
        ON CONFLICT ("keyHash") DO UPDATE
       SET "lastAt" = EXCLUDED."lastAt",
           "forgottenAt" = least(greatest(known."forgottenAt", EXCLUDED."lastAt")
                                   + (EXCLUDED."forgottenAt" - EXCLUDED."lastAt"),
                                 EXCLUDED."lastAt" + ${longestMemory} * interval '1 millisecond')`.execute(db)
}

export async function deleteFailures(db: Db, keyHashes: readonly string[]): Promise<void> {
  await db.deleteFrom('sepiola.loginFailure').where('keyHash', 'in', keyHashes).execute()
}

export async function deleteForgivenFailures(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('sepiola.loginFailure').where('forgottenAt', '<=', now).execute()
}
