/** The list with one item moved to another place; both counted from 0. */
export function moveItem<T>(list: readonly T[], from: number, to: number): T[] {
  const moved = [...list]
  const [item] = moved.splice(from, 1)
  if (item !== undefined) moved.splice(to, 0, item)
  return moved
}

/** The same move as the API says it: positions from 1, as numbered before the move (spec 04 §6.5). */
export function moveBody(from: number, to: number): { startPosition: number; insertAfterPosition: number } {
  return { startPosition: from + 1, insertAfterPosition: to > from ? to + 1 : to }
}
