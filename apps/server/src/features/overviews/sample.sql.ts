import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface Sample {
  categories: number[]
  channelIds: number[]
  tags: string[]
}

/** How many videos are drawn, whose categories, channels and tags are looked at. */
const draws = 300
/** Where a draw hits a video that is not listed, so many after it are tried. */
const tries = 50

/**
 * Up to `size` categories, channels and tags that have at least `least` listed videos, drawn by `seed`: the same seed
 * draws the same on every node. It looks at some hundred videos, however many there are. `listed` is SQL on the alias `v`.
 */
export async function drawSample(
  db: Db | Tx,
  { seed, listed, size, least }: { seed: string; listed: RawBuilder<unknown>; size: number; least: number },
): Promise<Sample> {
  /** True for `least` listed videos `from`, which names `v`. */
  const enough = (from: RawBuilder<unknown>) => sql`(
    SELECT count(*) FROM (SELECT FROM ${from} AND ${listed} LIMIT ${least}) few) = ${least}`
  const shuffled = (key: RawBuilder<unknown>) => sql`md5(${seed}::text || ${key}::text)`
  const { rows } = await sql<Sample>`
    WITH point AS (
      SELECT span."first" + floor((span."last" - span."first" + 1)
        * (('x' || left(md5(${seed}::text || i), 7))::bit(28)::int / 268435456.0))::int AS "at"
      FROM (SELECT min("id") AS "first", max("id") AS "last" FROM "video") span, generate_series(1, ${draws}::int) i
    ), drawn AS MATERIALIZED (
      SELECT DISTINCT found.* FROM point CROSS JOIN LATERAL (
        SELECT v."id", v."category", v."channelId"
        FROM (SELECT * FROM "video" WHERE "id" >= point."at" ORDER BY "id" LIMIT ${tries}) v WHERE ${listed}
        ORDER BY v."id" LIMIT 1) found
    )
    SELECT
      ARRAY(SELECT x."category" FROM (SELECT DISTINCT "category" FROM drawn WHERE "category" IS NOT NULL) x
        WHERE ${enough(sql`"video" v WHERE v."category" = x."category"`)}
        ORDER BY ${shuffled(sql`x."category"`)} LIMIT ${size}) AS "categories",
      ARRAY(SELECT x."channelId" FROM (SELECT DISTINCT "channelId" FROM drawn) x
        WHERE ${enough(sql`"video" v WHERE v."channelId" = x."channelId"`)}
        ORDER BY ${shuffled(sql`x."channelId"`)} LIMIT ${size}) AS "channelIds",
      ARRAY(SELECT x."name" FROM (
          SELECT DISTINCT t."id", t."name"::text FROM drawn JOIN "videoTag" vt ON vt."videoId" = drawn."id"
            JOIN "tag" t ON t."id" = vt."tagId") x
        WHERE ${enough(sql`"videoTag" own JOIN "video" v ON v."id" = own."videoId" WHERE own."tagId" = x."id"`)}
        ORDER BY ${shuffled(sql`x."name"`)} LIMIT ${size}) AS "tags"`.execute(db)
  return rows[0]!
}

/** So many of the newest videos of a tag are looked at, seen by the viewer or not. */
const newestOfTag = 300

/** Condition on the alias `v`: among the newest of the tag. Ids grow as time does. */
export function amongNewestOfTag(tag: string): RawBuilder<unknown> {
  return sql`v."id" IN (
    SELECT own."videoId" FROM "videoTag" own WHERE own."tagId" = (SELECT t."id" FROM "tag" t WHERE t."name" = ${tag} LIMIT 1)
    ORDER BY own."videoId" DESC LIMIT ${newestOfTag})`
}
