import { LRUCache } from 'lru-cache'
import pg from 'pg'
import { statementChannel } from '../tracing-channels.ts'

/** Prepared statements kept per connection; each costs the database some 10–100 kB. */
const statementsPerConnection = 200

let lastName = 0

/**
 * A client that prepares what is asked for the second time on its connection: PostgreSQL then neither parses nor, after
 * five runs, plans it again. Statements without parameters stay as they are.
 */
export class NamingClient extends pg.Client {
  #seen = new LRUCache<string, true>({ max: statementsPerConnection * 2 })
  #names = new LRUCache<string, string>({
    max: statementsPerConnection,
    dispose: (name, _text, reason) => reason === 'evict' && this.#forget(name),
  })

  // pg's pool calls with a callback, Kysely without: both forms are handed on as they came.
  override query(first: any, values?: any, callback?: any): any {
    if (!statementChannel.hasSubscribers || callback || typeof first !== 'string') {
      return this.#send(first, values, callback)
    }
    return statementChannel.tracePromise(() => this.#send(first, values), { statement: first })
  }

  #send(first: any, values?: any, callback?: any): any {
    if (typeof first !== 'string' || !Array.isArray(values) || values.length === 0) {
      return super.query(first, values, callback)
    }
    const name = this.#nameOf(first)
    return name === undefined
      ? super.query(first, values, callback)
      : super.query({ name, text: first, values }, callback)
  }

  #nameOf(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name !== undefined) return name
    if (!this.#seen.has(text)) {
      this.#seen.set(text, true)
      return undefined
    }
    const added = `s${++lastName}`
    this.#names.set(text, added)
    return added
  }

  #forget(name: string): void {
    // Fails inside an aborted transaction: then the statement stays in the database until the connection ends.
    super.query(`DEALLOCATE ${name}`).catch(() => {})
  }
}
