import { sql, type RawBuilder } from 'kysely'
import { hotScore, watchedCosts } from './sort-videos.sql.ts'

// The first ids of lists that no index holds, made of two parts of which each can be read in its order. `rules`: SQL
// on the alias `v`.

/** Most viewed since then, looked at one by one until there are enough; if there are not, those that nobody viewed. */
export function firstTrending(rules: RawBuilder<unknown>, since: Date, reach: number): RawBuilder<unknown> {
  return sql`WITH viewed AS MATERIALIZED (
      SELECT s."videoId" AS "id", s."views" FROM (
        SELECT "videoId", sum("views") AS "views" FROM "videoStat" WHERE "startDate" >= ${since}
        GROUP BY "videoId" HAVING sum("views") > 0 ORDER BY sum("views") DESC, "videoId"
      ) s CROSS JOIN LATERAL (SELECT FROM "video" v WHERE v."id" = s."videoId" AND ${rules} OFFSET 0) listed
      ORDER BY s."views" DESC, s."videoId" LIMIT ${sql.lit(reach)}
    )
    SELECT o."id" FROM (
      SELECT "id", "views" FROM viewed
      UNION ALL
      (SELECT v."id", 0 FROM "video" v WHERE ${rules}
        AND (SELECT TRUE FROM "videoStat" s WHERE s."videoId" = v."id" AND s."startDate" >= ${since} AND s."views" > 0
          LIMIT 1) IS NULL
        ORDER BY v."id" LIMIT (SELECT ${sql.lit(reach)} - count(*) FROM viewed))
    ) o ("id", "views") ORDER BY o."views" DESC, o."id"`
}

/** The hottest that the user did not watch, and what was watched, lower. */
export function firstBest(rules: RawBuilder<unknown>, userId: number, reach: number): RawBuilder<unknown> {
  const watched = sql`SELECT h."videoId" FROM "userVideoHistory" h WHERE h."userId" = ${userId}`
  return sql`SELECT o."id" FROM (
      (SELECT v."id", ${hotScore} FROM "video" v WHERE ${rules} AND v."id" NOT IN (${watched})
        ORDER BY ${hotScore} DESC, v."id" LIMIT ${sql.lit(reach)})
      UNION ALL
      (SELECT v."id", ${hotScore} - ${watchedCosts} FROM "video" v WHERE ${rules} AND v."id" IN (${watched}))
    ) o ("id", "score") ORDER BY o."score" DESC, o."id" LIMIT ${sql.lit(reach)}`
}

/** The newest that are spoken in the language, and the newest that have captions in it. */
export function firstOfLanguage(rules: RawBuilder<unknown>, language: string, reach: number): RawBuilder<unknown> {
  const newest = (rule: RawBuilder<unknown>) => sql`(SELECT v."id", v."publishedAt" FROM "video" v
    WHERE ${rule} AND ${rules} ORDER BY v."publishedAt" DESC, v."id" LIMIT ${sql.lit(reach)})`
  const captioned = sql`v."id" IN (SELECT c."videoId" FROM "videoCaption" c WHERE c."language" = ${language})`
  return sql`SELECT o."id" FROM (
      ${newest(sql`v."language" = ${language}`)}
      UNION ALL ${newest(sql`v."language" IS DISTINCT FROM ${language} AND ${captioned}`)}
    ) o ORDER BY o."publishedAt" DESC, o."id" LIMIT ${sql.lit(reach)}`
}

/** The newest that have one of the tags (names in lower case), whose order by publication is kept (migration 0098). */
export function firstOfTags(rules: RawBuilder<unknown>, tags: readonly string[], reach: number): RawBuilder<unknown> {
  return sql`SELECT o."id" FROM (
      SELECT DISTINCT newest."id", newest."publishedAt" FROM "tag" t CROSS JOIN LATERAL (
        SELECT k."videoId" AS "id", k."publishedAt" FROM sepiola."taggedVideo" k
        CROSS JOIN LATERAL (SELECT FROM "video" v WHERE v."id" = k."videoId" AND ${rules} OFFSET 0) listed
        WHERE k."tagId" = t."id" ORDER BY k."publishedAt" DESC, k."videoId" LIMIT ${sql.lit(reach)}
      ) newest WHERE lower(t."name") = ANY(${tags}::text[])
    ) o ORDER BY o."publishedAt" DESC, o."id" LIMIT ${sql.lit(reach)}`
}
