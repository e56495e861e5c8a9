import { sql, type RawBuilder } from 'kysely'
import { isUuid } from '@sepiola/contract/short-uuid.ts'
import type { Db } from '#foundation/db/database.ts'
import type { WordQuery } from './search-words.ts'

/** Newest video, how many are waiting to be read into the index. */
export async function findIndexState(db: Db): Promise<{ newestId: number; pending: boolean }> {
  const { rows } = await sql<{ newestId: number; pending: boolean }>`
    SELECT coalesce((SELECT max("videoId") FROM sepiola."videoSearch"), 0) AS "newestId",
      EXISTS (SELECT FROM sepiola."videoSearchPending") AS "pending"`.execute(db)
  return rows[0]!
}

/** How many videos of the index match, counted up to `most`. */
export async function countMatches(
  db: Db,
  column: Candidates['column'],
  tsquery: string,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS "count" FROM (SELECT FROM sepiola."videoSearch" s
      WHERE ${sql.ref(`s.${column}`)} @@ ${tsquery}::tsquery LIMIT ${sql.lit(most)}) few`.execute(db)
  return rows[0]!.count
}

/** Videos of the index to rank. */
export interface Candidates {
  column: 'title' | 'document'
  /** Text of the tsquery that decides. */
  tsquery: string
  /** Only some of the newest of about so many that match. */
  ofMany?: number
  /** Of the newest ones at most so many are looked at. */
  most: number
}

export interface Search {
  text: string
  words: WordQuery | undefined
  /** SQL on the alias `v`: what the viewer may see and the filters let through. */
  listed: RawBuilder<unknown>
  /** Of the index: tells how large its parts are. */
  newestId: number
}

/**
 * Ids of the candidates that are listed, the most relevant first: likeness of the name in trigrams (spec 03 §1.5), whole
 * words in the title, the whole search as a tag, views.
 */
export async function findRelevantIds(
  db: Db,
  { text, words, listed }: Search,
  candidates: readonly Candidates[],
  limit: number,
): Promise<number[]> {
  const sources = candidates.map(
    ({ column, tsquery, most }) =>
      sql`(SELECT s."videoId" FROM sepiola."videoSearch" s WHERE ${sql.ref(`s.${column}`)} @@ ${tsquery}::tsquery
        ORDER BY s."videoId" DESC LIMIT ${sql.lit(most)})`,
  )
  const mostCaptions = Math.max(...candidates.map(({ most }) => most))
  sources.push(...besideIndex(text, words, sql`ORDER BY t."videoId" DESC LIMIT ${sql.lit(mostCaptions)}`))
  if (sources.length === 0) return []
  const plain = sql`lower(immutable_unaccent(${text}))`
  const whole = words
    ? sql`CASE WHEN s."title" @@ ${words.exact}::tsquery THEN 0.5 WHEN s."title" @@ ${words.all}::tsquery THEN 0.25 ELSE 0 END`
    : sql`0`
  return readIds(
    db,
    sql`SELECT v."id" FROM (${sql.join(sources, sql` UNION `)}) found ("id")
    JOIN "video" v ON v."id" = found."id" LEFT JOIN sepiola."videoSearch" s ON s."videoId" = v."id"
    WHERE ${listed}
    ORDER BY coalesce(word_similarity(${plain}, s."name"), 0) + ${whole}
      + CASE WHEN ${plain} = ANY(s."tags") THEN 0.3 ELSE 0 END + 0.02 * ln(1 + v."views") DESC,
      v."publishedAt" DESC, v."id" ASC
    LIMIT ${sql.lit(limit)}`,
  )
}

/** One text, so that a thousand ids cost no row each. */
async function readIds(db: Db, select: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{ ids: string }>`SELECT array_to_string(ARRAY(${select}), ',') AS "ids"`.execute(db)
  const { ids } = rows[0]!
  return ids === '' ? [] : ids.split(',').map(Number)
}

/** Videos found by what was said in them, or by their UUID. `limit`: of captions. */
function besideIndex(text: string, words: WordQuery | undefined, limit = sql``): RawBuilder<unknown>[] {
  const sources: RawBuilder<unknown>[] = []
  if (words) {
    sources.push(sql`(SELECT t."videoId" FROM sepiola."captionText" t WHERE t."words" @@ ${words.exact}::tsquery
      ${limit})`)
  }
  if (isUuid(text)) sources.push(sql`SELECT u."id" FROM "video" u WHERE u."uuid" = ${text.toLowerCase()}`)
  return sources
}

/** SQL on the alias `v`: the video matches by any of its texts. For lists in another order than relevance. */
export function matchingRule(text: string, words: WordQuery | undefined): RawBuilder<unknown> {
  const sources = besideIndex(text, words)
  if (words)
    sources.push(sql`SELECT s."videoId" FROM sepiola."videoSearch" s WHERE s."document" @@ ${words.document}::tsquery`)
  return sources.length === 0 ? sql`FALSE` : sql`v."id" IN (${sql.join(sources, sql` UNION ALL `)})`
}

/** The same for words that so many videos hold that the first ones in any order are found row by row. */
export function matchingByRow({ document, exact }: WordQuery): RawBuilder<unknown> {
  return sql`((SELECT s."document" @@ ${document}::tsquery FROM sepiola."videoSearch" s WHERE s."videoId" = v."id")
    OR (SELECT TRUE FROM sepiola."captionText" t WHERE t."videoId" = v."id" AND t."words" @@ ${exact}::tsquery LIMIT 1))`
}

/** The first of those that are listed and match. */
export async function findMatchingIds(
  db: Db,
  matching: RawBuilder<unknown>,
  listed: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<number[]> {
  return readIds(
    db,
    sql`SELECT v."id" FROM "video" v WHERE ${matching} AND ${listed} ORDER BY ${order} LIMIT ${sql.lit(limit)}`,
  )
}

/**
 * The newest of those, by the newest ones of the index: what is older there but was published later is looked for along
 * the dates. Undefined when these are too few to tell.
 */
export async function findNewestMatchingIds(
  db: Db,
  { listed, words }: { listed: RawBuilder<unknown>; words: WordQuery },
  newest: Candidates,
  limit: number,
): Promise<number[] | undefined> {
  const { rows } = await sql<{ ids: number[] }>`
    WITH newest AS MATERIALIZED (
      SELECT s."videoId" FROM sepiola."videoSearch" s WHERE ${sql.ref(`s.${newest.column}`)} @@ ${newest.tsquery}::tsquery
      ORDER BY s."videoId" DESC LIMIT ${sql.lit(newest.most)}
    ), found AS MATERIALIZED (
      SELECT n."videoId" AS "id", shown."publishedAt" FROM newest n CROSS JOIN LATERAL (
        SELECT v."publishedAt" FROM "video" v WHERE v."id" = n."videoId" AND ${listed} OFFSET 0) shown
      ORDER BY shown."publishedAt" DESC, n."videoId" LIMIT ${sql.lit(limit)}
    ), later AS MATERIALIZED (
      SELECT v."id" FROM "video" v WHERE v."publishedAt" >= (SELECT min("publishedAt") FROM found) AND (
        v."id" < (SELECT min("videoId") FROM newest)
        OR v."id" IN (SELECT t."videoId" FROM sepiola."captionText" t WHERE t."words" @@ ${words.exact}::tsquery))
    ), besides AS (
      SELECT later."id", shown."publishedAt" FROM later CROSS JOIN LATERAL (
        SELECT v."publishedAt" FROM "video" v WHERE v."id" = later."id" AND ${matchingByRow(words)} AND ${listed}
        OFFSET 0) shown
    )
    SELECT ARRAY(SELECT o."id" FROM (SELECT * FROM found UNION SELECT * FROM besides) o
      ORDER BY o."publishedAt" DESC, o."id" LIMIT ${sql.lit(limit)}) AS "ids"
    WHERE (SELECT count(*) FROM found) = ${sql.lit(limit)}`.execute(db)
  return rows[0]?.ids
}

export interface CaptionHit {
  videoId: number
  language: string
  /** Seconds from the start. */
  start: number
  text: string
}

/** For each of these videos and each language whose captions hold all the words: the cue that holds most of them. */
export async function findCaptionHits(
  db: Db,
  ids: readonly number[],
  exact: string,
  words: readonly string[],
): Promise<CaptionHit[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<CaptionHit>`
    SELECT t."videoId", t."language", (hit."cue" ->> 0)::float8 AS "start", hit."cue" ->> 1 AS "text"
    FROM sepiola."captionText" t CROSS JOIN LATERAL (
      SELECT c."cue" FROM jsonb_array_elements(t."cues") WITH ORDINALITY c ("cue", "position")
      CROSS JOIN LATERAL (SELECT count(*) AS "held" FROM unnest(${words}::text[]) w ("word")
        WHERE strpos(lower(immutable_unaccent(c."cue" ->> 1)), w."word") > 0) h
      WHERE h."held" > 0 ORDER BY h."held" DESC, c."position" LIMIT 1
    ) hit
    WHERE t."videoId" = ANY(${ids}::int[]) AND t."words" @@ ${exact}::tsquery
    ORDER BY t."videoId", t."language"`.execute(db)
  return rows
}
