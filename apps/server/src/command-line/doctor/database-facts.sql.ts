import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'

export interface DatabaseFacts {
  version: string
  bytes: number
  extensions: string[]
  maxConnections: number
  connections: number
  durable: boolean
  now: Date
}

export async function findDatabaseFacts(db: Db): Promise<DatabaseFacts> {
  const { rows } = await sql<DatabaseFacts>`
    SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,
      ARRAY(SELECT extname::text FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname) AS extensions,
      current_setting('max_connections')::int AS "maxConnections",
      (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
      current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on' AS durable,
      clock_timestamp() AS now`.execute(db)
  return rows[0]!
}

/** What `GET /oauth-clients/local` answers: tells this server from any other. */
export async function findClientId(db: Db): Promise<string | undefined> {
  const row = await db.selectFrom('oAuthClient').select('clientId').orderBy('id').limit(1).executeTakeFirst()
  return row?.clientId
}
