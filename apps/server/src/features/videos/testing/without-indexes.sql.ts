import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'

/** Those that only queries need, of the tables with most rows. */
const indexed = [
  'public."video"',
  'public."thumbnail"',
  'public."videoTag"',
  'sepiola."videoSearch"',
  'sepiola."taggedVideo"',
]

/** Fills tables while their indexes are away, which are built at once afterwards: several times faster. */
export async function withoutIndexes(db: Db, fill: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{ name: string; definition: string }>`
    SELECT i."indexrelid"::regclass::text AS "name", pg_get_indexdef(i."indexrelid") AS "definition" FROM pg_index i
    WHERE i."indrelid" = ANY(${indexed}::regclass[]) AND NOT i."indisunique"
      -- The triggers of follows look for videos of a channel.
      AND i."indexrelid" <> 'public.video_channel_id'::regclass`.execute(db)
  for (const { name } of rows) await sql`DROP INDEX ${sql.raw(name)}`.execute(db)
  await fill()
  await db.connection().execute(async (connection) => {
    await sql`SET statement_timeout = 0`.execute(connection)
    for (const { definition } of rows) await sql.raw(definition).execute(connection)
    await sql`RESET statement_timeout`.execute(connection)
  })
}
