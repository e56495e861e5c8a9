import pg from 'pg'
import type { Connection } from './connect.ts'

/** Makes the database that the connection names when the cluster has none of that name. */
export async function ensureDatabase(connection: Connection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [connection.database])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(connection.database!)}`)
  } finally {
    await client.end()
  }
}
