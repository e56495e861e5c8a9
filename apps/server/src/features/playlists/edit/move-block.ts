import { problem } from '#foundation/http/problem.ts'

/** A block of a list is put behind one of its places; places count from 1, 0 is before the first (spec 04 §6.5). */
export interface Move {
  startPosition: number
  insertAfterPosition: number
  /** Default 1. */
  reorderLength?: number | undefined
}

export interface PlannedMove {
  first: number
  last: number
  after: number
}

/** Undefined when nothing moves. Throws 400 for places that the list does not have. */
export function planMove(total: number, move: Move): PlannedMove | undefined {
  const { startPosition: first, insertAfterPosition: after, reorderLength: length = 1 } = move
  const last = first + length - 1
  if (first > total) throw problem(400, `There is no position ${first} to start from: the list has ${total} places.`)
  if (after > total) throw problem(400, `Nothing can be put after position ${after}: the list has ${total} places.`)
  if (last > total) throw problem(400, `${length} places from position ${first} reach beyond the ${total} of the list.`)
  // Right before itself, or within itself.
  return after >= first - 1 && after <= last ? undefined : { first, last, after }
}

/** The place that what is at place `n` gets. */
export function newPlace(n: number, { first, last, after }: PlannedMove): number {
  const length = last - first + 1
  if (n >= first && n <= last) return after < first ? n - first + after + 1 : n - last + after
  if (n > after && n < first) return n + length
  return n > last && n <= after ? n - length : n
}
