import { createHash } from 'node:crypto'
import { chown, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseUser } from './database-user.ts'

/** `sun_path` holds 108 bytes with the final zero. */
const longestSocketPath = 107

/** Where the unix socket lies: in the cluster folder, or below the temporary folder when that path is too long. */
export async function socketFolder(clusterFolder: string, user: DatabaseUser | undefined): Promise<string> {
  if (Buffer.byteLength(join(clusterFolder, '.s.PGSQL.5432')) <= longestSocketPath) return clusterFolder
  const folder = join(tmpdir(), `sepiola-${createHash('sha256').update(clusterFolder).digest('hex').slice(0, 16)}`)
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const { uid, mode } = await lstat(folder)
  const own = process.getuid?.()
  if ((uid !== own && uid !== user?.uid) || (mode & 0o077) !== 0) {
    throw new Error(`${folder}, the folder for the database's socket, belongs to somebody else: delete it`)
  }
  if (user) await chown(folder, user.uid, user.gid)
  return folder
}
