import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { pageClause, readSort } from '#foundation/db/list-clauses.ts'
import type { Rating, Vote } from './save-rating.ts'

/** Whose votes come next wait here, so that the counters stay right; undefined: the video is gone. */
export async function lockVideo(tx: Tx, videoId: number): Promise<{ remote: boolean } | undefined> {
  const { rows } = await sql<{ remote: boolean }>`
    SELECT "remote" FROM "video" WHERE "id" = ${videoId} FOR NO KEY UPDATE`.execute(tx)
  return rows[0]
}

export interface RateRow {
  type: Vote
  url: string
}

export async function findRate(db: Db | Tx, key: { videoId: number; accountId: number }): Promise<RateRow | undefined> {
  const { rows } = await sql<RateRow>`
    SELECT "type", "url" FROM "accountVideoRate"
    WHERE "videoId" = ${key.videoId} AND "accountId" = ${key.accountId}`.execute(db)
  return rows[0]
}

/** Base of the ActivityPub ids of an account's votes. */
export async function findActorUrl(db: Db | Tx, accountId: number): Promise<string | undefined> {
  const row = await db.selectFrom('actor').select('url').where('accountId', '=', accountId).executeTakeFirst()
  return row?.url
}

export async function upsertRate(
  tx: Tx,
  rate: { videoId: number; accountId: number; type: Vote; url: string; now: Date },
): Promise<void> {
  const { now, ...columns } = rate
  await tx
    .insertInto('accountVideoRate')
    .values({ ...columns, createdAt: now, updatedAt: now })
    .onConflict((conflict) =>
      conflict.columns(['videoId', 'accountId']).doUpdateSet({ type: rate.type, url: rate.url, updatedAt: now }),
    )
    .execute()
}

export async function deleteRate(tx: Tx, key: { videoId: number; accountId: number }): Promise<void> {
  await tx
    .deleteFrom('accountVideoRate')
    .where('videoId', '=', key.videoId)
    .where('accountId', '=', key.accountId)
    .execute()
}

export async function changeCounters(
  tx: Tx,
  videoId: number,
  change: { likes: number; dislikes: number },
): Promise<void> {
  await sql`
    UPDATE "video" SET "likes" = greatest(0, "likes" + ${change.likes}::int),
      "dislikes" = greatest(0, "dislikes" + ${change.dislikes}::int)
    WHERE "id" = ${videoId}`.execute(tx)
}

/** Votes of an account on videos that `readable` (SQL on the alias `v`) lets through. */
export async function listRates(
  db: Db | Tx,
  query: {
    accountId: number
    rating: Vote | undefined
    readable: RawBuilder<boolean>
    start: number
    count: number
    sort: 'createdAt' | '-createdAt'
  },
): Promise<{ total: number; rates: { videoId: number; rating: Rating }[] }> {
  const { direction } = readSort(query.sort)
  const type = query.rating === undefined ? sql`` : sql`AND r."type" = ${query.rating}`
  const from = sql`"accountVideoRate" r JOIN "video" v ON v."id" = r."videoId"
    WHERE r."accountId" = ${query.accountId} ${type} AND ${query.readable}`
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*) AS "total" FROM ${from}`.execute(db),
    sql<{ videoId: number; rating: Rating }>`
      SELECT r."videoId", r."type" AS "rating" FROM ${from}
      ORDER BY r."createdAt" ${direction}, r."id" ASC ${pageClause(query)}`.execute(db),
  ])
  return { total: counted.rows[0]!.total, rates: listed.rows }
}
