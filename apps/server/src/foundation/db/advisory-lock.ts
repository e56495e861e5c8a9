import { sql } from 'kysely'
import pLimit, { type LimitFunction } from 'p-limit'
import pg from 'pg'
import { clientConfig, poolSizeOf, type Connection } from './connect.ts'
import type { Db, Tx } from './database.ts'
import type { Log } from '../log.ts'

/** Who waits for a lock in this process: of each name one after the other, and few names together. */
interface Turns {
  names: Map<string, LimitFunction>
  /** A lock keeps a connection while its work asks for another one: locks alone must never take all of them. */
  together: LimitFunction
}

const turnsOf = new WeakMap<Db, Turns>()

/**
 * Runs `work` while no other node runs work of that name; waits for its turn, however long. Keeps one connection of
 * the pool until the end, so `work` must not be called from inside a transaction, nor from inside other such work.
 */
export async function withLock<T>(db: Db, name: string, work: () => Promise<T>): Promise<T> {
  let turns = turnsOf.get(db)
  if (!turns) turnsOf.set(db, (turns = { names: new Map(), together: pLimit(Math.floor(poolSizeOf(db) / 3) || 1) }))
  const { names, together } = turns
  const own = names.get(name) ?? pLimit(1)
  names.set(name, own)
  try {
    return await own(() => together(() => holdLock(db, name, work)))
  } finally {
    if (own.activeCount + own.pendingCount === 0) names.delete(name)
  }
}

function holdLock<T>(db: Db, name: string, work: () => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`SET statement_timeout = 0`.execute(connection)
    await sql`SELECT pg_advisory_lock(hashtextextended(${name}, 0))`.execute(connection)
    try {
      return await work()
    } finally {
      await sql`SELECT pg_advisory_unlock(hashtextextended(${name}, 0))`.execute(connection)
      await sql`RESET statement_timeout`.execute(connection)
    }
  })
}

/** Waits until no other transaction holds the name; held to the end of this transaction. */
export async function lockInTransaction(tx: Tx, name: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
}

export interface Leadership {
  isLeader(): boolean
  stop(): Promise<void>
}

export interface LeadershipOptions {
  connection: Connection
  name: string
  log: Pick<Log, 'info' | 'warn'>
  /** Called with true when this node becomes the leader, and with false when it lost its connection. */
  onChange(leader: boolean): void
  /** ms between two tries; default 5 s. */
  retryEvery?: number
}

/**
 * One leader among all nodes: who holds a session lock on its own connection. It ends with that connection, so a dead
 * node is followed by another one within `retryEvery`.
 */
export function startLeadership(options: LeadershipOptions): Leadership {
  const { connection, name, log, onChange, retryEvery = 5000 } = options
  let client: pg.Client | undefined
  let leader = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const change = (value: boolean) => {
    if (leader === value) return
    leader = value
    onChange(value)
  }
  const lost = (lostClient: pg.Client) => {
    if (client !== lostClient) return
    client = undefined
    change(false)
  }
  const connect = async () => {
    const fresh = new pg.Client({ ...clientConfig(connection), application_name: 'sepiola leadership' })
    client = fresh
    fresh.on('error', (error) => {
      if (!stopped) log.warn({ err: error }, `Lost the connection that holds the lock "${name}"`)
      lost(fresh)
    })
    fresh.on('end', () => lost(fresh))
    await fresh.connect()
  }
  const attempt = async () => {
    try {
      if (!client) await connect()
      const asked = client
      // Also asked by the leader: a connection that died silently is noticed.
      const answer = await asked?.query(
        leader ? 'SELECT true AS held' : 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
        leader ? [] : [name],
      )
      if (asked === client && !stopped) change(answer?.rows[0].held === true)
    } catch (error) {
      if (!stopped) log.warn({ err: error }, `Cannot ask for the lock "${name}"`)
      const broken = client
      if (broken) lost(broken)
      broken?.end().catch(() => {})
    }
    if (!stopped) timer = setTimeout(() => (trying = attempt()), retryEvery)
  }
  let trying = attempt()

  return {
    isLeader: () => leader,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await trying
      const last = client
      client = undefined
      leader = false
      await last?.end().catch(() => {})
    },
  }
}
