/** One table as the catalogue has it, so that one that our migrations do not know (a plugin's) can be made again. */
export interface TableDescription {
  schema: string
  name: string
  columns: ColumnDescription[]
  /** Without foreign keys: `PRIMARY KEY (id)`. */
  constraints: { name: string; definition: string }[]
  foreignKeys: { name: string; definition: string }[]
  /** `CREATE INDEX …`, without those of constraints. */
  indexes: string[]
}

export interface ColumnDescription {
  name: string
  /** `character varying(255)` */
  type: string
  notNull: boolean
  default: string | null
  /** a: always, d: by default, empty: no identity column. */
  identity: '' | 'a' | 'd'
  /** Of a generated column. */
  expression: string | null
}

export interface SequenceDescription {
  schema: string
  name: string
  /** As text: bigint. */
  lastValue: string
  isCalled: boolean
}

export interface DatabaseDescription {
  tables: TableDescription[]
  sequences: SequenceDescription[]
}

/** Folder of a table's rows in an archive: `database/public.video`. */
export function rowsFolder(table: Pick<TableDescription, 'schema' | 'name'>): string {
  return `database/${encodeURIComponent(table.schema)}.${encodeURIComponent(table.name)}`
}
