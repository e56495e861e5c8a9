import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from './connect.ts'
import { lockDataFolder } from './data-folder-lock.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'

/** Folder of this checkout's test cluster; it stays for the next run. */
export function testClusterFolder(): string {
  const key = createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 12)
  return join(tmpdir(), `sepiola-test-${process.getuid?.() ?? 0}-${key}`)
}

/** Starts the cluster that all test files share, or finds it running. `stop` ends it for everybody. */
export async function startTestCluster(): Promise<EmbeddedPostgres> {
  const folder = testClusterFolder()
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const unlock = await lockDataFolder(folder, 'start.lock', 60_000)
  try {
    return await startEmbeddedPostgres({
      folder: join(folder, 'db'),
      database: 'postgres',
      durable: false,
      shared: true,
    })
  } finally {
    await unlock()
  }
}

/** The cluster that the runner started (`SEPIOLA_TEST_CLUSTER` = its socket folder), else one started on demand. */
export async function testClusterConnection(): Promise<Connection> {
  const socketFolder = process.env.SEPIOLA_TEST_CLUSTER
  if (socketFolder) return { host: socketFolder, port: 5432, user: 'postgres', database: 'postgres' }
  return (await startTestCluster()).connection
}
