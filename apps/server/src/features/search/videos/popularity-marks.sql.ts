import { sql, type RawBuilder } from 'kysely'

/**
 * How a search for common words finds well-known videos, however old: beside its words each video holds the marks of the
 * groups of most viewed ones that it is in: `.p13` for the 8,192 first, `.p10` for 1,024, `.p7` for 128.
 */
export const popularGroups = [13, 10, 7] as const

const mark = (bits: RawBuilder<unknown>): RawBuilder<string> => sql`'.p' || ${bits}`

/** Array of the marks for so many views, by what `renewPopularity` found. */
export function popularityMarks(views: RawBuilder<unknown>): RawBuilder<string[]> {
  return sql`ARRAY(SELECT ${mark(sql`p."bits"`)} FROM sepiola."searchPopularity" p WHERE ${views} > p."views")`
}

export const popularityQuery = (bits: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`quote_literal(${mark(bits)})::tsquery`

/** Text of a tsquery: the largest group of most viewed ones of which hardly more than `most` match; `share` of all do. */
export function mostViewed(share: number, most: number): string {
  const bits = popularGroups.find((bits) => 2 ** bits * share <= most) ?? popularGroups.at(-1)!
  return `'.p${bits}'`
}

/** Order of rows by the tsvector `marks`: those in the smallest groups first. */
export function byPopularity(marks: RawBuilder<unknown>): RawBuilder<unknown> {
  const groups = popularGroups.map((bits) => sql`(${marks} @@ ${popularityQuery(sql.lit(bits))})::int`)
  return sql`${sql.join(groups, sql` + `)} DESC`
}
