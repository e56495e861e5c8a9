import { sql, type RawBuilder } from 'kysely'
import { maxCount } from '@sepiola/contract/pagination.ts'

/** A pattern of LIKE for values that contain the text, literally. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}

type Unsigned<Sort extends string> = Sort extends `-${infer Column}` ? Column : Sort

/** What `sort` of a list names, and which way: with `-` in front the other way round (spec 01 §8). */
export function readSort<Sort extends string>(
  sort: Sort,
): { column: Unsigned<Sort>; descending: boolean; direction: RawBuilder<unknown> } {
  const descending = sort.startsWith('-')
  const column = (descending ? sort.slice(1) : sort) as Unsigned<Sort>
  return { column, descending, direction: descending ? sql`DESC` : sql`ASC` }
}

/**
 * LIMIT and OFFSET of a list. `count` 0 asks for everything in PeerTube (spec 03, conventions); here for the largest
 * page, so that no single request reads a whole table.
 */
export function pageClause({ start, count }: { start: number; count: number }): RawBuilder<unknown> {
  return sql`LIMIT ${count === 0 ? maxCount : count} OFFSET ${start}`
}
