import { z } from 'zod'
import { boolean, integer, type Lenient } from './lenient.ts'
import { define, type Thunk } from './operation.ts'

/** Largest page of a list (spec 01 §8). */
export const maxCount = 100
export const defaultCount = 15

export function pagination() {
  return {
    start: integer({ min: 0 }).default(0),
    count: integer({ min: 0, max: maxCount }).default(defaultCount),
  }
}

export type SortOf<C extends string> = C | `-${C}`

/** One of the columns, with `-` for descending order. */
export function sortBy<const C extends string, D extends string>(
  columns: readonly C[],
  standard: D,
): z.ZodDefault<Lenient<SortOf<C> | D, SortOf<C>>> {
  const values = columns.flatMap((column) => [column, `-${column}`])
  return (z.enum(values) as unknown as Lenient<SortOf<C> | D, SortOf<C>>).default(
    standard as unknown as Exclude<SortOf<C> | D, undefined>,
  )
}

/** `start`, `count` and `sort`. */
export function sortedPage<const C extends string, D extends string>(columns: readonly C[], standard: D) {
  return { ...pagination(), sort: sortBy(columns, standard) }
}

/** Pages of ActivityPub collections. */
export function activityPubPage() {
  return { page: integer({ min: 1 }).optional(), size: integer({ min: 0, max: 50 }).optional() }
}

export interface List<Item> {
  total: number
  data: Item[]
}

export interface CountableList<Item> {
  total?: number | undefined
  data: Item[]
}

/** The envelope of every list. */
export function resultList<S extends z.ZodType>(item: Thunk<S>): Thunk<Lenient<List<z.output<S>>, List<z.input<S>>>> {
  return define(
    () =>
      z.strictObject({ total: z.int(), data: z.array(item()) }) as unknown as Lenient<
        List<z.output<S>>,
        List<z.input<S>>
      >,
  )
}

/** The envelope of lists that know `skipCount`: then there is no `total`. */
export function countableList<S extends z.ZodType>(
  item: Thunk<S>,
): Thunk<Lenient<CountableList<z.output<S>>, CountableList<z.input<S>>>> {
  return define(
    () =>
      z.strictObject({ total: z.int().optional(), data: z.array(item()) }) as unknown as Lenient<
        CountableList<z.output<S>>,
        CountableList<z.input<S>>
      >,
  )
}

/** Omits the total of a list. */
export function skipCount() {
  return { skipCount: boolean().default(false) }
}
