import type { Component } from 'svelte'
import type { List } from '#lib/api/types.ts'

/** The first column names the row: it is a heading and cannot be hidden. */
export interface Column<Row> {
  key: string
  label: string
  /** Its field of the CSV; its cell, too, unless the page draws that. */
  text: (row: Row) => string
  /** The API's name of this order. */
  sort?: string
  /** Figures stand at the end, so that they align. */
  end?: boolean
  /** Not shown until somebody asks for it. */
  hidden?: boolean
}

export interface Choice {
  value: string
  label: string
}

/** A chip beside the search; its value is in the address under `key`. */
export interface Filter {
  key: string
  label: string
  choices: Choice[]
  /** What holds while none is chosen; otherwise “any”. */
  standard?: string
}

export interface RowAction {
  label: string
  icon?: Component<{ size?: number | string }>
  /** A link, else what is run. */
  href?: string
  run?: () => void
  danger?: boolean
  /** Begins a new group. */
  apart?: boolean
  /** Why it cannot be done with this row. */
  refused?: string | undefined
}

export interface BulkAction<Row> {
  label: string
  icon?: Component<{ size?: number | string }>
  danger?: boolean
  /** Rows for which it makes sense; default all. It is not offered when none is selected. */
  suits?: (row: Row) => boolean
  run: (rows: Row[]) => void
}

/** What a table asks its page for. */
export interface TableRequest {
  start: number
  count: number
  sort: string
  search: string
  /** Only those that are chosen. */
  filters: Readonly<Record<string, string>>
}

export type LoadRows<Row> = (request: TableRequest) => Promise<List<Row>>

/** What one reads where there are no rows: what would be here and how to get it. */
export interface EmptyText {
  title: string
  text: string
  action?: { label: string; href: string }
}

export type Density = 'roomy' | 'compact'
