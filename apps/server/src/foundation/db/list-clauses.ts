import { sql, type RawBuilder } from 'kysely'
import { maxCount } from '@sepiola/contract/pagination.ts'

/** A pattern of LIKE for values that contain the text, literally. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}

/**
 * LIMIT and OFFSET of a list. `count` 0 asks for everything in PeerTube (spec 03, conventions); here for the largest
 * page, so that no single request reads a whole table.
 */
export function pageClause({ start, count }: { start: number; count: number }): RawBuilder<unknown> {
  return sql`LIMIT ${count === 0 ? maxCount : count} OFFSET ${start}`
}
