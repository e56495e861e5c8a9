import { join } from 'node:path'
import { openDatabase } from '../../apps/server/src/foundation/db/connect.ts'
import { databaseUser } from '../../apps/server/src/foundation/db/embedded/database-user.ts'
import { embeddedConnection } from '../../apps/server/src/foundation/db/embedded/embedded-connection.ts'

/** A statement in the database that a real server runs below its data folder, for what the API cannot bring about. */
export async function runSql(data: string, statement: string): Promise<void> {
  const folder = join(data, 'database')
  const connection = await embeddedConnection(folder, await databaseUser(folder), 'sepiola')
  const { pool, close } = await openDatabase({ connection, poolMax: 1 })
  await pool.query(statement)
  await close()
}
