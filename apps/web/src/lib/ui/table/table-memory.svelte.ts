import { store } from '#lib/session/store.ts'
import type { Column, Density } from './table.ts'

const densityKey = 'table_density'

/** What somebody chose to see of a table, kept in this browser. The density is the same for all tables. */
export class TableMemory {
  readonly #key: string
  /** Columns that were shown or hidden by hand. */
  #chosen = $state.raw<Record<string, boolean>>({})
  #density = $state<Density>('roomy')

  constructor(name: string) {
    this.#key = `table_columns_${name}`
    this.#density = store.get(densityKey) === 'compact' ? 'compact' : 'roomy'
    this.#chosen = readChosen(store.get(this.#key))
  }

  get density(): Density {
    return this.#density
  }

  set density(density: Density) {
    this.#density = density
    store.set(densityKey, density)
  }

  isShown(column: Pick<Column<never>, 'key' | 'hidden'>): boolean {
    return this.#chosen[column.key] ?? !column.hidden
  }

  show(key: string, shown: boolean): void {
    this.#chosen = { ...this.#chosen, [key]: shown }
    store.set(this.#key, JSON.stringify(this.#chosen))
  }

  /** Back to the columns that the table has for everybody. */
  forget(): void {
    this.#chosen = {}
    store.remove(this.#key)
  }
}

function readChosen(text: string | null): Record<string, boolean> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'boolean'))
  } catch {
    return {}
  }
}
