import type { Kysely, Transaction } from 'kysely'
import type { PeerTubeTables } from './peertube-tables.ts'
import type { SepiolaTables } from './sepiola-tables.ts'

export type Database = PeerTubeTables & SepiolaTables
export type Db = Kysely<Database>
export type Tx = Transaction<Database>
