/** State of a table as its page's address says it; what is not said is the standard. */
export interface TableState {
  search: string
  sort: string
  /** From 1. */
  page: number
  count: number
  filters: Record<string, string>
}

export interface TableStandard {
  sort: string
  /** Names of the orders that may be chosen, without their sign. */
  sorts: readonly string[]
  /** Values that each filter knows. */
  filters: Readonly<Record<string, readonly string[]>>
}

interface Address {
  pathname: string
  searchParams: { toString(): string }
}

export const counts = [25, 50, 100] as const
const standardCount = counts[0]

export function readTableState(address: Address, standard: TableStandard): TableState {
  const params = new URLSearchParams(address.searchParams.toString())
  const page = Number(params.get('page') ?? 1)
  const count = Number(params.get('count'))
  const sort = params.get('sort') ?? ''
  const filters: Record<string, string> = {}
  for (const [key, values] of Object.entries(standard.filters)) {
    const value = params.get(key)
    if (value !== null && values.includes(value)) filters[key] = value
  }
  return {
    search: params.get('search') ?? '',
    sort: standard.sorts.includes(sort.replace(/^-/, '')) ? sort : standard.sort,
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    count: counts.find((known) => known === count) ?? standardCount,
    filters,
  }
}

/** The same page with another state. What changes the rows begins at the first page; other parameters stay. */
export function tableAddress(
  address: Address,
  standard: TableStandard,
  change: Partial<Omit<TableState, 'filters'>> & { filters?: Readonly<Record<string, string>> },
): string {
  const state = { ...readTableState(address, standard), page: 1, ...change }
  const params = new URLSearchParams(address.searchParams.toString())
  const set = (key: string, value: string, silent: boolean) => (silent ? params.delete(key) : params.set(key, value))
  set('search', state.search, state.search === '')
  for (const key of Object.keys(standard.filters)) {
    const value = state.filters[key]
    set(key, value ?? '', value === undefined)
  }
  set('sort', state.sort, state.sort === standard.sort)
  set('count', String(state.count), state.count === standardCount)
  set('page', String(state.page), state.page === 1)
  const text = params.toString()
  return text ? `${address.pathname}?${text}` : address.pathname
}

/** The order after a press on a column's heading: the other way round where it is in force, else its own way. */
export function nextSort(current: string, column: string): string {
  return current === `-${column}` ? column : current === column ? `-${column}` : column
}
