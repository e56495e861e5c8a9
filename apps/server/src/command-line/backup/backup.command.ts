import { existsSync, rmSync, statSync } from 'node:fs'
import { mkdir, rmdir, stat, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Argument, type Command } from 'commander'
import type { ArchiveStart } from '#foundation/backup/archive-format.ts'
import { readArchive } from '#foundation/backup/archive-reader.ts'
import { unfinishedArchive } from '#foundation/backup/archive-writer.ts'
import { createDataFolder } from '#foundation/config/data-folder.ts'
import type { LoadedSettings } from '#foundation/config/load-settings.ts'
import { lockDataFolder } from '#foundation/db/data-folder-lock.ts'
import { buildOrigin } from '#foundation/origin.ts'
import { createFileSystemStorage } from '#foundation/storage/file-system-storage.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import { CommandError, UsageError } from '../command-error.ts'
import { onInterrupt } from '../on-interrupt.ts'
import { loadInstanceSettings, locate, reachDatabase, type Location } from '../open-instance.ts'
import { Progress } from '../progress.ts'
import { formatBytes } from '../terminal.ts'
import { restoreBackup } from './restore-backup.ts'
import { RestoreTarget } from './restore-target.ts'
import { writeBackup } from './write-backup.ts'

export function addBackupCommands(program: Command): void {
  program
    .command('backup')
    .description('write everything into one file, while the server runs or not')
    .addArgument(new Argument('<file>', 'new file, a folder to make one in, or - for standard output'))
    .option('--without-videos', 'leave videos out: database, pictures, captions and settings only')
    .option('--database-only', 'the database and nothing else')
    .addHelpText('after', '\nThe file holds passwords and keys: keep it where nobody else reads it.')
    .action(backUp)
  program
    .command('restore')
    .description('put back what `sepiola backup` wrote; the server must be stopped')
    .argument('<file>')
    .option('--force', 'replace what is there; it is moved into a folder before-restore-…')
    .option('--check', 'only read the file and say whether it is whole')
    .action(restore)
}

interface BackupOptions {
  withoutVideos?: true
  databaseOnly?: true
}

async function backUp(given: string, options: BackupOptions, command: Command): Promise<void> {
  if (options.withoutVideos && options.databaseOnly) {
    throw new UsageError('--database-only leaves videos out already: give one of both.')
  }
  const location = locate(command)
  const loaded = loadInstanceSettings(location)
  const origin = buildOrigin(loaded.settings.webserver)
  const file = chooseFile(given, origin.hostname)
  const content = options.databaseOnly ? 'database' : options.withoutVideos ? 'without-videos' : 'everything'
  const { connection, stop } = await reachDatabase(location.folder, loaded)
  const progress = new Progress('Backing up', { unit: 'bytes' })
  const unwatch = onInterrupt(() => {
    if (file !== '-') rmSync(unfinishedArchive(file), { force: true })
    return true
  })
  try {
    const written = await writeBackup({
      connection,
      folder: location.folder,
      storage: createFileSystemStorage(loaded.settings.storage),
      file,
      start: { version: packageJson.version, url: origin.url, content },
      expect: (bytes) => progress.raiseTotal(bytes),
      done: (bytes) => progress.add(bytes),
    })
    const seconds = progress.end() / 1000
    const size = `${formatBytes(written.writtenBytes)}, ${written.files} files and the database`
    console.error(`✓ ${file === '-' ? 'Backup' : file}: ${size}, in ${seconds.toFixed(1)} s`)
    for (const line of describeOutside(location, loaded)) console.error(line)
    if (written.lost.length > 0) {
      const names = written.lost.slice(0, 5).join('\n  ')
      console.error(`! ${written.lost.length} files that the database names do not exist:\n  ${names}`)
    }
  } catch (error) {
    progress.end()
    throw await explainFailure(error, file)
  } finally {
    unwatch()
    await stop()
  }
}

function chooseFile(given: string, hostname: string): string {
  if (given === '-') {
    if (process.stdout.isTTY) throw new UsageError('A backup is no text for a terminal: name a file, or use a pipe.')
    return given
  }
  const path = resolve(given)
  const isFolder = existsSync(path) && statSync(path).isDirectory()
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  const file = isFolder ? join(path, `sepiola-${hostname}-${time}.tar.zst`) : path
  if (existsSync(file)) throw new CommandError(`${file} exists already: name another file, or delete it first.`)
  if (!existsSync(dirname(file))) throw new CommandError(`There is no folder ${dirname(file)}: make it first.`)
  return file
}

/** Settings that are not in the data folder, and so not in the backup. */
function describeOutside({ folder }: Location, { sources }: LoadedSettings): string[] {
  const outside = [...sources].filter(([, source]) => !source.startsWith(folder.config))
  if (outside.length === 0) return []
  const places = [...new Set(outside.map(([, source]) => source))].join(', ')
  return [`! Not in the backup, keep them yourself: ${outside.length} settings given by ${places}`]
}

async function explainFailure(error: unknown, file: string): Promise<unknown> {
  if ((error as NodeJS.ErrnoException).code !== 'ENOSPC' || file === '-') return error
  const { bavail, bsize } = await statfs(dirname(file))
  return new CommandError(
    `The disk of ${dirname(file)} is full (${formatBytes(bavail * bsize)} left): choose another one. The unfinished file is deleted.`,
  )
}

async function restore(given: string, options: { force?: true; check?: true }, command: Command): Promise<void> {
  const file = resolve(given)
  const location = locate(command)
  const total = (await stat(file).catch(() => undefined))?.size
  const progress = new Progress(options.check ? 'Checking' : 'Unpacking', {
    unit: 'bytes',
    ...(total === undefined ? {} : { total }),
  })
  try {
    if (options.check) await check(file, progress)
    else await restoreInto(location, file, options.force === true, progress)
  } finally {
    progress.end()
  }
}

async function check(file: string, progress: Progress): Promise<void> {
  let start: ArchiveStart | undefined
  const { entries, bytes } = await readArchive(file, {
    start: async (read) => void (start = read),
    entry: async (_name, _size, content) => {
      for await (const _ of content);
    },
    progress: (amount) => progress.add(amount),
  })
  progress.end()
  const what = { everything: 'everything', 'without-videos': 'all but videos', database: 'the database' }
  console.log(`✓ ${file} is whole: ${what[start!.content]} of ${start!.url}, ${start!.madeAt}`)
  console.log(`  ${entries} entries, ${formatBytes(bytes)} unpacked, made by Sepiola ${start!.version}`)
}

async function restoreInto(location: Location, file: string, force: boolean, progress: Progress): Promise<void> {
  const { root } = location.folder
  const isNew = !existsSync(root)
  requireOwner(root)
  createDataFolder(location.folder)
  const unlock = await lockDataFolder(root)
  const target = new RestoreTarget(root)
  const unwatch = onInterrupt(() => target.discardNow())
  try {
    const { start, asides } = await restoreBackup({
      location,
      target,
      file,
      force,
      progress: (bytes) => progress.add(bytes),
      say: (line) => {
        progress.end()
        console.error(`… ${line}`)
      },
    })
    await mkdir(location.folder.config, { recursive: true, mode: 0o700 })
    console.error(`✓ ${start.url} as of ${start.madeAt} is in ${root}. Start it with npm start.`)
    if (asides.length > 0) console.error(`  What was there is in ${asides.join(', ')}: delete it when all is well.`)
  } finally {
    unwatch()
    await unlock()
    // Both are empty when nothing came of it.
    if (isNew) for (const folder of [location.folder.config, root]) await rmdir(folder).catch(() => {})
  }
}

/** Files would belong to root, and the server could not change them. */
function requireOwner(root: string): void {
  if (process.getuid?.() !== 0 || !existsSync(root)) return
  const { uid } = statSync(root)
  if (uid !== 0) throw new CommandError(`${root} belongs to the user ${uid}: run the command as that user (sudo -u).`)
}
