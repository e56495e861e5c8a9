import { realpath } from 'node:fs/promises'
import type { Context } from '#foundation/context.ts'
import type { StorageArea } from '#foundation/storage/storage.ts'
import { isRestoreFolder } from '../backup/restore-target.ts'
import { CommandError } from '../command-error.ts'
import { nameInArea } from '../stored-files/name-in-area.ts'
import { listBusyVideos, listReferences, listRemoteCopies } from '../stored-files/referenced-files.sql.ts'
import { confirm, formatBytes, formatTable } from '../terminal.ts'
import { defineTask } from './maintenance-task.ts'
import { findSharedFolder } from './shared-folders.ts'

const prunedAreas = [
  'web_videos',
  'streaming_playlists',
  'original_video_files',
  'torrents',
  'captions',
  'thumbnails',
  'storyboards',
  'avatars',
] as const satisfies readonly StorageArea[]

/** Emptied only while no server uses them. */
const usedAreas = ['tmp'] as const satisfies readonly StorageArea[]

/** ms: a younger file may wait for its row. */
const oldEnough = 24 * 3_600_000

interface UnknownFile {
  area: StorageArea
  key: string
  size: number
}

export const pruneStorageTask = defineTask<{ yes?: true; offline?: true }>({
  name: 'prune-storage',
  summary: 'delete stored files that the database does not know; lists them first',
  addOptions: (command) =>
    command
      .option('-y, --yes', 'delete without asking')
      .option('--offline', 'the server is stopped: also what is younger than a day, and temporary files'),
  async run({ ctx, instance, options }) {
    if (options.offline && instance.running) {
      throw new CommandError('The server runs: stop it first, or leave --offline away.')
    }
    const areas = options.offline ? [...prunedAreas, ...usedAreas] : prunedAreas
    await requireSeparateFolders(ctx, areas)
    const found = await findUnknownFiles(ctx, areas, options.offline === true)
    if (found.length === 0) return console.log('✓ Every stored file is known to the database.')
    for (const { area, key } of found) console.log(`${area}/${key}`)
    const total = found.reduce((sum, { size }) => sum + size, 0)
    console.error(`\n${formatTable(['folder', 'files', 'size'], summarise(found))}\n`)
    const question = `Delete these ${found.length} files (${formatBytes(total)})?`
    if (!options.yes && !(await confirm(question))) {
      return console.error('Nothing was deleted (--yes deletes without asking).')
    }
    for (const { area, key } of found) await ctx.storage.remove(area, key)
    console.error(`✓ ${found.length} files deleted, ${formatBytes(total)} are free again.`)
  },
})

/** Files of one kind would be unknown to the other. */
async function requireSeparateFolders(ctx: Context, areas: readonly StorageArea[]): Promise<void> {
  const real = async ([key, folder]: [string, string]) => [key, await realpath(folder).catch(() => folder)] as const
  const folders = Object.fromEntries(await Promise.all(Object.entries(ctx.settings.current.storage).map(real)))
  const shared = findSharedFolder(folders, areas)
  if (!shared) return
  const { swept, other } = shared
  throw new CommandError(
    `storage.${other} is, or lies in, the folder of storage.${swept} (${folders[swept]}): give each its own first.`,
  )
}

/** Files are listed before the rows, so that what is saved meanwhile counts as known. */
async function findUnknownFiles(ctx: Context, areas: readonly StorageArea[], offline: boolean): Promise<UnknownFile[]> {
  const before = new Date(ctx.clock.now().getTime() - (offline ? 0 : oldEnough))
  const stored = new Map<StorageArea, string[]>()
  for (const area of areas) {
    stored.set(area, await ctx.storage.list(area, ''))
  }
  const named = [...(await listReferences(ctx.db)), ...(await listRemoteCopies(ctx.db))]
  const known = new Set(named.map(({ area, name }) => `${area}/${name}`))
  const busy = new Set(await listBusyVideos(ctx.db))
  const unknown: UnknownFile[] = []
  for (const [area, keys] of stored) {
    for (const key of keys) {
      const folders = key.split('/').slice(0, -1)
      if (known.has(`${area}/${nameInArea(area, key)}`) || folders.some((name) => busy.has(name))) continue
      if (isRestoreFolder(key.split('/')[0]!)) continue
      const file = await ctx.storage.stat(area, key)
      if (file && file.modifiedAt <= before) unknown.push({ area, key, size: file.size })
    }
  }
  return unknown
}

function summarise(files: readonly UnknownFile[]): string[][] {
  const byArea = Map.groupBy(files, ({ area }) => area)
  return [...byArea].map(([area, found]) => [
    area,
    String(found.length),
    formatBytes(found.reduce((sum, { size }) => sum + size, 0)),
  ])
}
