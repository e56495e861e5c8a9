import { sql, type RawBuilder } from 'kysely'

/**
 * How a search for common words reads the newest videos only: each video's words hold, beside them, the number of the
 * group of neighbours (by id) it belongs to, in four sizes. `river & (group 7 | group 6)` costs the index what these
 * groups hold, however many videos there are.
 *
 * ```
 * ids      0 ······ 8191 | 8192 ··· 16383 | 16384 …        .a0 .a1 .a2 …
 *          0 ······················· 32767 | 32768 …       .b0 .b1 …        four times as many, and so on
 * ```
 */
const sizes = [
  ['a', 13],
  ['b', 15],
  ['c', 17],
  ['d', 19],
] as const

/** Expressions for the marks of the video with this id; no word holds a point. */
export function ageMarks(id: RawBuilder<unknown>): RawBuilder<string>[] {
  return sizes.map(([letter, bits]) => sql<string>`'.' || ${sql.lit(letter)} || (${id} >> ${sql.lit(bits)})`)
}

/** A part of all videos: the newest ones. */
export interface NewestPart {
  /** Ids that are in it today. */
  holds: number
  /** As text of a tsquery. */
  tsquery: string
}

/** Groups of which parts are made: more are asked for one by one, fewer hold much that was not asked for. */
const mostGroups = 12

/** The newest `count` ids and, at most, one group more; undefined when there are hardly more than that. */
export function newestPart(newestId: number, count: number): NewestPart | undefined {
  const [letter, bits] = sizes.find(([, size]) => count <= mostGroups * 2 ** size) ?? sizes.at(-1)!
  const oldest = Math.floor((newestId - count) / 2 ** bits)
  if (oldest <= 0) return undefined
  const marks = Array.from({ length: (newestId >> bits) - oldest + 1 }, (_, index) => `'.${letter}${oldest + index}'`)
  return { holds: newestId + 1 - oldest * 2 ** bits, tsquery: `(${marks.join(' | ')})` }
}
