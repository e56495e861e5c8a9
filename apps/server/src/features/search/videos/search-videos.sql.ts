import { sql, type RawBuilder } from 'kysely'
import { isUuid } from '@sepiola/contract/short-uuid.ts'
import type { Db } from '#foundation/db/database.ts'
import type { NewestPart } from './age-marks.sql.ts'
import { byPopularity } from './popularity-marks.sql.ts'
import { inOne, type Conditions, type WordQuery } from './search-words.ts'

/** Newest video, how many are waiting to be read into the index. */
export async function findIndexState(db: Db): Promise<{ newestId: number; pending: boolean }> {
  const { rows } = await sql<{ newestId: number; pending: boolean }>`
    SELECT coalesce((SELECT max("videoId") FROM sepiola."videoSearch"), 0) AS "newestId",
      EXISTS (SELECT FROM sepiola."videoSearchPending") AS "pending"`.execute(db)
  return rows[0]!
}

/** Videos of the index by the words of their titles or of all their texts. */
export interface Asked {
  column: 'title' | 'document'
  conditions: Conditions
  /** So many of the newest ones at most. */
  most: number
}

/** On the alias `s`. */
const holds = ({ column, conditions }: Omit<Asked, 'most'>): RawBuilder<unknown> =>
  sql.join(
    conditions.map((condition) => sql`${sql.ref(`s.${column}`)} @@ ${condition}::tsquery`),
    sql` AND `,
  )

/** How many videos of the index match, counted up to `most`. */
export async function countMatches(db: Db, all: readonly Asked[]): Promise<number[]> {
  const counts = all.map(
    (asked) => sql`(SELECT count(*)::int FROM (SELECT FROM sepiola."videoSearch" s
      WHERE ${holds(asked)} LIMIT ${sql.lit(asked.most)}) few)`,
  )
  const { rows } = await sql<{ counts: number[] }>`SELECT ARRAY[${sql.join(counts)}] AS "counts"`.execute(db)
  return rows[0]!.counts
}

export interface Estimated extends Asked {
  /** Few matches make no difference: they are not counted among more videos. */
  fewWillDo?: boolean
}

/** Parts of the index in which matches are counted. */
export interface Samples {
  near: NewestPart
  /** Where they are counted when `near` holds fewer than `few`. */
  wide: NewestPart | undefined
  few: number
}

/**
 * The shares of the newest videos that match, from 0 to 1; of each match up to `most` are counted. No limit where few
 * are expected: it would invite PostgreSQL to look for them row by row.
 */
export async function findShares(db: Db, all: readonly Estimated[], { near, wide, few }: Samples): Promise<number[]> {
  const count = ({ column, conditions }: Asked, { tsquery }: NewestPart, limit = sql``) => sql`
    (SELECT count(*) FROM (SELECT FROM sepiola."videoSearch" s
      WHERE ${holds({ column, conditions: [...conditions, tsquery] })} ${limit}) few)`
  const shares = all.map((asked) => {
    const nearest = count(asked, near, sql`LIMIT ${sql.lit(asked.most)}`)
    const ofNear = sql`near."count" / ${near.holds}::float8`
    if (!wide || asked.fewWillDo) return sql`(SELECT ${ofNear} FROM ${nearest} near ("count"))`
    return sql`(SELECT CASE WHEN near."count" < ${sql.lit(few)}
        THEN ${count(asked, wide)} / ${wide.holds}::float8 ELSE ${ofNear} END
      FROM ${nearest} near ("count"))`
  })
  const { rows } = await sql<{ shares: number[] }>`SELECT ARRAY[${sql.join(shares)}] AS "shares"`.execute(db)
  return rows[0]!.shares
}

/** Videos of the index to rank: the newest that match and that no candidates before them hold. */
export interface Candidates extends Asked {
  /** So many at most, with those before them. */
  most: number
  /** Only when fewer match those before them. */
  ifFewer?: number
  /** The most viewed ones first; they do not tell how many there are. */
  wellKnown?: boolean
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
 * words in the title, the whole search as a tag or as the title, views. `matches`: how many each of the candidates were taken from, 0 for
 * those that were not wanted. Each video is looked up by its id: PostgreSQL cannot guess how many there will be, and might
 * read all for a join.
 */
export async function findRelevantIds(
  db: Db,
  { text, words, listed }: Search,
  candidates: readonly Candidates[],
  limit: number,
): Promise<{ ids: number[]; matches: number[] }> {
  const plain = sql`lower(immutable_unaccent(${text}))`
  const wholeWords = words
    ? sql`CASE WHEN s."title" @@ ${inOne(words.exact)}::tsquery THEN 0.5 WHEN s."title" @@ ${inOne(words.all)}::tsquery THEN 0.25 ELSE 0 END`
    : sql`0`
  const merit = sql`word_similarity(${plain}, s."name") + ${wholeWords} + CASE WHEN ${plain} = ANY(s."tags") THEN 0.3 ELSE 0 END
    + CASE WHEN ${plain} = s."name" THEN 0.3 ELSE 0 END`
  const tables = candidates.map((_, index) => sql.table(`candidates${index}`))
  const found = candidates.map((asked, index) => {
    const newest = newestBesides(asked, tables.slice(0, index))
    return sql`${tables[index]} AS MATERIALIZED (SELECT s."videoId" AS "id", s."matches", ${merit} AS "merit" FROM (${newest}) s)`
  })
  const mostCaptions = Math.max(...candidates.map(({ most }) => most))
  const besides = besideIndex(text, words, sql`ORDER BY t."videoId" DESC LIMIT ${sql.lit(mostCaptions)}`)
  if (tables.length + besides.length === 0) return { ids: [], matches: [] }
  const sources = tables.map((table) => sql`SELECT "id", "merit" FROM ${table}`)
  if (besides.length > 0) {
    const others = tables.length > 0 ? sql`WHERE beside."id" NOT IN (${idsOf(tables)})` : sql``
    sources.push(sql`SELECT beside."id", (SELECT ${merit} FROM sepiola."videoSearch" s WHERE s."videoId" = beside."id")
      FROM (${sql.join(besides, sql` UNION `)}) beside ("id") ${others}`)
  }
  const relevant = sql`
    SELECT found."id" FROM (${sql.join(sources, sql` UNION ALL `)}) found ("id", "merit")
    CROSS JOIN LATERAL (
      SELECT v."views", v."publishedAt" FROM "video" v WHERE v."id" = found."id" AND ${listed} OFFSET 0) shown
    ORDER BY coalesce(found."merit", 0) + 0.02 * ln(1 + shown."views") DESC, shown."publishedAt" DESC, found."id"
    LIMIT ${sql.lit(limit)}`
  const matches = tables.map(mostOf)
  const { rows } = await sql<{ ids: string; matches: number[] }>`
    ${found.length > 0 ? sql`WITH ${sql.join(found)}` : sql``}
    SELECT ${asText(relevant)} AS "ids", ARRAY[${sql.join(matches)}]::int[] AS "matches"`.execute(db)
  return { ids: toIds(rows[0]!.ids), matches: rows[0]!.matches }
}

/** How many matched what these candidates were taken from. */
const mostOf = (table: RawBuilder<unknown>): RawBuilder<number> =>
  sql`coalesce((SELECT max("matches") FROM ${table}), 0)::int`

const idsOf = (tables: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql.join(
    tables.map((table) => sql`SELECT "id" FROM ${table}`),
    sql` UNION ALL `,
  )

/** Counted before they are limited: thus PostgreSQL is not invited to look for the newest ones row by row. */
function newestBesides(
  { most, ifFewer, wellKnown, ...asked }: Candidates,
  before: readonly RawBuilder<unknown>[],
): RawBuilder<unknown> {
  const select = sql`SELECT s."videoId", s."name", s."title", s."tags", count(*) OVER () AS "matches"
    FROM sepiola."videoSearch" s WHERE ${holds(asked)}`
  const newest = sql`ORDER BY ${wellKnown ? sql`${byPopularity(sql`s."title"`)},` : sql``} s."videoId" DESC LIMIT`
  if (before.length === 0) return sql`${select} ${newest} ${sql.lit(most)}`
  const count = sql`(SELECT count(*) FROM (${idsOf(before)}) b)`
  const matches = sql.join(before.map(mostOf), sql` + `)
  const wanted = ifFewer === undefined ? sql`` : sql`AND ${matches} < ${sql.lit(ifFewer)}`
  return sql`${select} AND s."videoId" NOT IN (${idsOf(before)}) ${wanted}
    ${newest} greatest(${sql.lit(most)} - ${count}, 0)`
}

/** One text, so that a thousand ids cost no row each. */
const asText = (select: RawBuilder<unknown>): RawBuilder<string> => sql`array_to_string(ARRAY(${select}), ',')`
const toIds = (text: string): number[] => (text === '' ? [] : text.split(',').map(Number))

/** Videos found by what was said in them, or by their UUID. `limit`: of captions. */
function besideIndex(text: string, words: WordQuery | undefined, limit = sql``): RawBuilder<unknown>[] {
  const sources: RawBuilder<unknown>[] = []
  if (words) {
    sources.push(sql`(SELECT t."videoId" FROM sepiola."captionText" t WHERE t."words" @@ ${inOne(words.exact)}::tsquery
      ${limit})`)
  }
  if (isUuid(text)) sources.push(sql`SELECT u."id" FROM "video" u WHERE u."uuid" = ${text.toLowerCase()}`)
  return sources
}

/** SQL on the alias `v`: the video matches by any of its texts. For lists in another order than relevance. */
export function matchingRule(text: string, words: WordQuery | undefined, conditions: Conditions): RawBuilder<unknown> {
  const sources = besideIndex(text, words)
  if (words) {
    const matching = holds({ column: 'document', conditions })
    sources.push(sql`SELECT s."videoId" FROM sepiola."videoSearch" s WHERE ${matching}`)
  }
  return sources.length === 0 ? sql`FALSE` : sql`v."id" IN (${sql.join(sources, sql` UNION ALL `)})`
}

/** The same for words that so many videos hold that the first ones in any order are found row by row. */
export function matchingByRow({ exact }: WordQuery, conditions: Conditions): RawBuilder<unknown> {
  return sql`((SELECT s."document" @@ ${inOne(conditions)}::tsquery FROM sepiola."videoSearch" s WHERE s."videoId" = v."id")
    OR (SELECT TRUE FROM sepiola."captionText" t WHERE t."videoId" = v."id" AND t."words" @@ ${inOne(exact)}::tsquery LIMIT 1))`
}

/** The first of those that are listed and match. */
export async function findMatchingIds(
  db: Db,
  matching: RawBuilder<unknown>,
  listed: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<number[]> {
  const matches = sql`SELECT v."id" FROM "video" v WHERE ${matching} AND ${listed} ORDER BY ${order} LIMIT ${sql.lit(limit)}`
  const { rows } = await sql<{ ids: string }>`SELECT ${asText(matches)} AS "ids"`.execute(db)
  return toIds(rows[0]!.ids)
}

/**
 * The newest of those, by the newest ones of the index: what is older there but was published later is looked for along
 * the dates. Undefined when these are too few to tell.
 */
export async function findNewestMatchingIds(
  db: Db,
  { listed, words }: { listed: RawBuilder<unknown>; words: WordQuery },
  newest: Asked,
  conditions: Conditions,
  limit: number,
): Promise<number[] | undefined> {
  const { rows } = await sql<{ ids: number[] }>`
    WITH newest AS MATERIALIZED (
      SELECT s."videoId" FROM sepiola."videoSearch" s WHERE ${holds(newest)}
      ORDER BY s."videoId" DESC LIMIT ${sql.lit(newest.most)}
    ), found AS MATERIALIZED (
      SELECT n."videoId" AS "id", shown."publishedAt" FROM newest n CROSS JOIN LATERAL (
        SELECT v."publishedAt" FROM "video" v WHERE v."id" = n."videoId" AND ${listed} OFFSET 0) shown
      ORDER BY shown."publishedAt" DESC, n."videoId" LIMIT ${sql.lit(limit)}
    ), later AS MATERIALIZED (
      SELECT v."id" FROM "video" v WHERE v."publishedAt" >= (SELECT min("publishedAt") FROM found) AND (
        v."id" < (SELECT min("videoId") FROM newest)
        OR v."id" IN (SELECT t."videoId" FROM sepiola."captionText" t WHERE t."words" @@ ${inOne(words.exact)}::tsquery))
    ), besides AS (
      SELECT later."id", shown."publishedAt" FROM later CROSS JOIN LATERAL (
        SELECT v."publishedAt" FROM "video" v WHERE v."id" = later."id" AND ${matchingByRow(words, conditions)} AND ${listed}
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
  exact: Conditions,
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
    WHERE t."videoId" = ANY(${ids}::int[]) AND t."words" @@ ${inOne(exact)}::tsquery
    ORDER BY t."videoId", t."language"`.execute(db)
  return rows
}
