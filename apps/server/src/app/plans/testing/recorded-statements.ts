import { CompiledQuery } from 'kysely'
import pg from 'pg'
import type { Db } from '#foundation/db/database.ts'

export interface Statement {
  text: string
  values: unknown[]
}

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  Plans?: PlanNode[]
}

/** Every statement that this process sends until it is closed. */
export class RecordedStatements {
  readonly #query = pg.Client.prototype.query
  #statements: Statement[] = []

  constructor() {
    const query = this.#query
    const add = (statement: Statement) => this.#statements.push(statement)
    pg.Client.prototype.query = function record(this: pg.Client, first: any, values?: any, ...rest: any[]): any {
      const text: unknown = typeof first === 'string' ? first : first?.text
      if (typeof text === 'string' && /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)/i.test(text)) {
        add({ text, values: values ?? first.values ?? [] })
      }
      return (query as any).call(this, first, values, ...rest)
    } as typeof query
  }

  /** Those since the last time. */
  take(): Statement[] {
    const taken = this.#statements
    this.#statements = []
    return taken
  }

  close(): void {
    pg.Client.prototype.query = this.#query
  }
}

/** Tables that the statement's plan reads from end to end. */
export async function findSequentialScans(db: Db, { text, values }: Statement): Promise<string[]> {
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    CompiledQuery.raw(`EXPLAIN (FORMAT JSON) ${text}`, values),
  )
  return scansOf(rows[0]!['QUERY PLAN'][0].Plan)
}

/** The plan as text, for who has to mend it. */
export async function explain(db: Db, { text, values }: Statement): Promise<string> {
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>(CompiledQuery.raw(`EXPLAIN ${text}`, values))
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

function scansOf(node: PlanNode): string[] {
  const own = node['Node Type'] === 'Seq Scan' ? [node['Relation Name']!] : []
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)]
}
