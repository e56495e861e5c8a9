import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

export interface DatabaseUser {
  uid: number
  gid: number
}

/**
 * PostgreSQL refuses to run as root: then it runs as the owner of the existing cluster, else as `nobody`.
 * Undefined when this process is not root: the database runs as the same user.
 */
export async function databaseUser(clusterFolder: string): Promise<DatabaseUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const cluster = await stat(clusterFolder).catch(() => undefined)
  if (cluster && cluster.uid !== 0) return { uid: cluster.uid, gid: cluster.gid }
  const passwd = await readFile('/etc/passwd', 'utf8')
  const nobody = passwd.split('\n').find((line) => line.startsWith('nobody:'))
  if (!nobody) throw new Error('PostgreSQL cannot run as root, and there is no user "nobody" to run it as')
  const [, , uid, gid] = nobody.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Whether every folder above the path can be passed by that user (mode bits only). */
export async function isReachable(path: string, user: DatabaseUser): Promise<boolean> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
