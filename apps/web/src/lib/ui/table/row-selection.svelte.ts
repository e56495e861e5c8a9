type Key = string | number

/** Which rows of a page of a table are ticked. */
export class RowSelection<Row> {
  readonly #keyOf: (row: Row) => Key
  #keys = $state.raw<ReadonlySet<Key>>(new Set())
  #lastTicked: number | undefined

  constructor(keyOf: (row: Row) => Key) {
    this.#keyOf = keyOf
  }

  has(row: Row): boolean {
    return this.#keys.has(this.#keyOf(row))
  }

  /** `rows`: the page's. `range`: all between this one and the one that was ticked before. */
  tick(rows: readonly Row[], index: number, on: boolean, range: boolean): void {
    const last = range ? (this.#lastTicked ?? index) : index
    const keys = new Set(this.#keys)
    for (const row of rows.slice(Math.min(last, index), Math.max(last, index) + 1)) {
      if (on) keys.add(this.#keyOf(row))
      else keys.delete(this.#keyOf(row))
    }
    this.#keys = keys
    this.#lastTicked = index
  }

  replace(rows: readonly Row[]): void {
    this.#keys = new Set(rows.map(this.#keyOf))
    this.#lastTicked = undefined
  }
}
