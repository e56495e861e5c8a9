import type { List } from './types.ts'

/** Every row of a list, of which the API gives at most 100 at once. */
export async function readAll<Row>(
  ask: (page: { start: number; count: number }) => Promise<List<Row>>,
): Promise<Row[]> {
  const found: Row[] = []
  for (;;) {
    const { data, total = 0 } = await ask({ start: found.length, count: 100 })
    found.push(...data)
    if (data.length === 0 || found.length >= total) return found
  }
}
