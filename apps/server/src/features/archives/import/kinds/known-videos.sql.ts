import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface KnownVideo {
  sourceUrl: string
  id: number
  uuid: string
}

/** Videos that addresses of an archive mean: what came in from there, else what has the address here. */
export async function findVideosByUrls(
  db: Db | Tx,
  accountId: number,
  urls: readonly string[],
): Promise<Map<string, KnownVideo>> {
  const { rows } = await sql<KnownVideo>`
    SELECT wanted."url" AS "sourceUrl", v."id", v."uuid" FROM unnest(${urls}::text[]) AS wanted ("url")
    JOIN "video" v ON v."id" = coalesce(
      (SELECT i."videoId" FROM sepiola."importedVideo" i
        WHERE i."accountId" = ${accountId} AND i."sourceUrl" = wanted."url"),
      (SELECT u."id" FROM "video" u WHERE u."url" = wanted."url" LIMIT 1))`.execute(db)
  return new Map(rows.map((row) => [row.sourceUrl, row]))
}

/** The same video of a channel: by name and length, which encoding may change a little (spec 02 §4.2). */
export async function findSameVideo(
  db: Db | Tx,
  { channelId, name, duration }: { channelId: number; name: string; duration: number },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT "id" FROM "video" WHERE "channelId" = ${channelId} AND "name" = ${name}
      AND abs("duration" - ${duration}::float8) <= 1 ORDER BY "id" LIMIT 1`.execute(db)
  return rows[0]?.id
}

export async function saveImportedVideo(
  db: Db | Tx,
  row: { accountId: number; sourceUrl: string; videoId: number },
): Promise<void> {
  await db
    .insertInto('sepiola.importedVideo')
    .values(row)
    .onConflict((conflict) => conflict.columns(['accountId', 'sourceUrl']).doUpdateSet({ videoId: row.videoId }))
    .execute()
}
