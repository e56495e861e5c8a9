import type { Connection } from '../connect.ts'
import type { DatabaseUser } from './database-user.ts'
import { socketFolder } from './socket-folder.ts'

export const superuser = 'postgres'

/** How to reach the cluster of that folder: by unix socket only. */
export async function embeddedConnection(
  clusterFolder: string,
  user: DatabaseUser | undefined,
  database: string,
): Promise<Connection & { host: string }> {
  return { host: await socketFolder(clusterFolder, user), port: 5432, user: superuser, database }
}
