/** What became of a list of rows: those that it was done to, and the first refusal. */
export interface Outcome<Row> {
  done: Row[]
  failed: Row[]
  problem?: unknown
}

/** One after the other, so that a server is not flooded; a refusal does not stop the rest. */
export async function forEachRow<Row>(
  rows: readonly Row[],
  act: (row: Row) => Promise<unknown>,
): Promise<Outcome<Row>> {
  const outcome: Outcome<Row> = { done: [], failed: [] }
  for (const row of rows) {
    try {
      await act(row)
      outcome.done.push(row)
    } catch (problem) {
      outcome.problem ??= problem
      outcome.failed.push(row)
    }
  }
  return outcome
}
