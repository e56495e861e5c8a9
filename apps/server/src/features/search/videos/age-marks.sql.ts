import { sql, type RawBuilder } from 'kysely'

/**
 * How a search for common words reads the newest videos only: each video's words hold, beside them, the number of the
 * group of neighbours (by id) it belongs to, in four sizes. `river & (group 7 | group 6)` costs the index what these
 * two groups hold, however many videos there are.
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

/** A part of all videos: the newest ones up to at least `atLeast`, as text of a tsquery. */
export interface NewestGroup {
  atLeast: number
  tsquery: string
}

/** From the smallest to the largest that is smaller than everything. */
export function newestGroups(newestId: number): NewestGroup[] {
  return sizes
    .map(([letter, bits]) => {
      const group = newestId >> bits
      const marks = group > 0 ? [group, group - 1] : [group]
      return { group, atLeast: 2 ** bits, tsquery: `(${marks.map((mark) => `'.${letter}${mark}'`).join(' | ')})` }
    })
    .filter(({ group }) => group > 1)
}
