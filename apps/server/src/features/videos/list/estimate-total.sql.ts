import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { VideoListFilters } from './list-filters.ts'
import { where, type ListMoment } from './list-rules.sql.ts'

/** Videos that are drawn; with fewer hits than `fewest` among them, nothing is known. */
const drawn = 1500
const fewest = 30
/** Of a tag so many of its newest videos are looked at, and so many are counted. */
const lookedAt = 30
const mostOfTag = 20_000
/** Videos' tags that are drawn to tell how many a more common tag has: some 60 pages. */
const drawnTags = 9000

/** Rows by the statistics of the database; 0 when there are none yet. `table`: as SQL writes it. */
async function estimateRows(db: Db | Tx, table: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    SELECT greatest(0, "reltuples")::int AS "rows" FROM pg_class WHERE "oid" = ${table}::regclass`.execute(db)
  return rows[0]!.rows
}

export const estimateVideos = (db: Db | Tx): Promise<number> => estimateRows(db, 'public."video"')

/**
 * About how many videos a list has, at a cost that does not grow with them; undefined when they are so few that counting
 * is better. `videos`: about how many there are in all.
 */
export async function estimateTotal(
  db: Db | Tx,
  filters: VideoListFilters,
  moment: ListMoment,
  videos: number,
): Promise<number | undefined> {
  const { tagsOneOf, ...others } = filters
  if (tagsOneOf?.length === 1) {
    const total = await estimateOfTag(db, tagsOneOf[0]!, where(others, moment))
    if (total !== undefined) return total
  }
  const rules = tagsOneOf ? sql`${where(others, moment)} AND ${isTagged(tagsOneOf)}` : where(filters, moment)
  const share = Math.min(1, drawn / Math.max(videos, 1))
  const { rows } = await sql<{ hits: number }>`
    SELECT count(*)::int AS "hits" FROM "video" v TABLESAMPLE SYSTEM (${share * 100}) REPEATABLE (1) WHERE ${rules}`.execute(
    db,
  )
  const { hits } = rows[0]!
  return hits < fewest ? undefined : Math.round(hits / share)
}

/** By the share of its newest videos that are listed; undefined for common tags before the database has statistics. */
async function estimateOfTag(db: Db | Tx, tag: string, rules: RawBuilder<unknown>): Promise<number | undefined> {
  const { rows } = await sql<{ all: number; seen: number; listed: number }>`
    WITH own AS (SELECT t."id" FROM "tag" t WHERE lower(t."name") = ${tag}),
    newest AS MATERIALIZED (
      SELECT k."videoId" FROM own CROSS JOIN LATERAL (
        SELECT k."videoId", k."publishedAt" FROM sepiola."taggedVideo" k WHERE k."tagId" = own."id"
        ORDER BY k."publishedAt" DESC, k."videoId" LIMIT ${sql.lit(lookedAt)}) k
      ORDER BY k."publishedAt" DESC LIMIT ${sql.lit(lookedAt)}
    )
    SELECT (SELECT count(*)::int FROM (SELECT FROM own JOIN sepiola."taggedVideo" k ON k."tagId" = own."id"
        LIMIT ${sql.lit(mostOfTag)}) few) AS "all",
      (SELECT count(*)::int FROM newest) AS "seen",
      (SELECT count(*)::int FROM newest n CROSS JOIN LATERAL (
        SELECT FROM "video" v WHERE v."id" = n."videoId" AND ${rules} OFFSET 0) listed) AS "listed"`.execute(db)
  const { all, seen, listed } = rows[0]!
  const having = all < mostOfTag ? all : await estimateTagged(db, tag)
  return having && Math.round((having * listed) / Math.max(seen, 1))
}

/** About how many videos have a common tag; undefined when that cannot be told. */
async function estimateTagged(db: Db | Tx, tag: string): Promise<number | undefined> {
  const all = await estimateRows(db, 'sepiola."taggedVideo"')
  const share = Math.min(1, drawnTags / Math.max(all, 1))
  const { rows } = await sql<{ hits: number }>`
    SELECT count(*)::int AS "hits" FROM sepiola."taggedVideo" k TABLESAMPLE SYSTEM (${share * 100}) REPEATABLE (1)
    WHERE k."tagId" = ANY(ARRAY(SELECT t."id" FROM "tag" t WHERE lower(t."name") = ${tag}))`.execute(db)
  const { hits } = rows[0]!
  return hits < fewest ? undefined : Math.round(hits / share)
}

/** A scalar, so that it is looked up for the rows that were drawn. */
function isTagged(tags: readonly string[]): RawBuilder<unknown> {
  return sql`(SELECT TRUE FROM sepiola."taggedVideo" k JOIN "tag" t ON t."id" = k."tagId"
    WHERE k."videoId" = v."id" AND lower(t."name") = ANY(${tags}::text[]) LIMIT 1)`
}
