/** Rows of one read; small enough for memory, large enough that reading costs little. */
const batchSize = 200

/** All rows of a query that reads on from the `cursor` of the last row, a batch at a time. */
export async function* inBatches<Row extends { cursor: number }>(
  find: (page: { after: number; count: number }) => Promise<Row[]>,
): AsyncGenerator<Row> {
  for (let after = 0; ;) {
    const rows = await find({ after, count: batchSize })
    yield* rows
    if (rows.length < batchSize) return
    after = rows.at(-1)!.cursor
  }
}
