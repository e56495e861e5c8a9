import { sql } from 'kysely'
import pg from 'pg'
import { clientConfig, type Connection } from './connect.ts'
import type { Db } from './database.ts'
import type { Log } from '../log.ts'
import type { Notifier } from './notifier.ts'

interface Listener {
  onMessage(payload: string): void
  onReconnect?: (() => void) | undefined
}

export interface NotifierOptions {
  connection: Connection
  /** Sends the notifications; listening has its own connection. */
  db: Db
  log: Pick<Log, 'warn' | 'error'>
}

/** Connects at once; throws when the database cannot be reached. Later losses are repaired in the background. */
export async function createNotifier({ connection, db, log }: NotifierOptions): Promise<Notifier> {
  const channels = new Map<string, Set<Listener>>()
  let client: pg.Client | undefined
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let lastCommand: Promise<unknown> = Promise.resolve()

  /** One at a time, as the driver wants it; without a connection it is made up for by `connect`. */
  const command = (text: string) => (lastCommand = lastCommand.then(() => client?.query(text)).catch(() => {}))
  const deliver = ({ channel, payload = '' }: pg.Notification) => {
    for (const listener of [...(channels.get(channel) ?? [])]) {
      try {
        listener.onMessage(payload)
      } catch (error) {
        log.error({ err: error }, `A listener of ${channel} failed`)
      }
    }
  }
  const connect = async () => {
    const fresh = new pg.Client({ ...clientConfig(connection), application_name: 'sepiola listener' })
    fresh.on('notification', deliver)
    fresh.on('error', () => lost(fresh))
    fresh.on('end', () => lost(fresh))
    await fresh.connect()
    client = fresh
    for (const channel of channels.keys()) await fresh.query(`LISTEN ${fresh.escapeIdentifier(channel)}`)
  }
  const lost = (lostClient: pg.Client) => {
    if (client !== lostClient || closed) return
    client = undefined
    log.warn('The connection that listens to the database was lost')
    reconnect(100)
  }
  const reconnect = (delay: number) => {
    timer = setTimeout(async () => {
      try {
        await connect()
        for (const listeners of channels.values()) for (const listener of [...listeners]) listener.onReconnect?.()
      } catch (error) {
        client?.end().catch(() => {})
        client = undefined
        if (closed) return
        log.warn({ err: error }, 'Cannot listen to the database yet')
        reconnect(Math.min(delay * 2, 5000))
      }
    }, delay)
  }
  await connect()

  return {
    async notify(channel, payload) {
      await sql`SELECT pg_notify(${channel}, ${payload})`.execute(db)
    },
    async listen(channel, onMessage, onReconnect) {
      const listener: Listener = { onMessage, onReconnect }
      const listeners = channels.get(channel) ?? new Set()
      channels.set(channel, listeners)
      listeners.add(listener)
      await command(`LISTEN ${pg.escapeIdentifier(channel)}`)
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return
        channels.delete(channel)
        void command(`UNLISTEN ${pg.escapeIdentifier(channel)}`)
      }
    },
    async close() {
      closed = true
      clearTimeout(timer)
      channels.clear()
      const last = client
      client = undefined
      await last?.end().catch(() => {})
    },
  }
}
