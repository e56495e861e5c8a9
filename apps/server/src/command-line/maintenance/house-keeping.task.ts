import type { Context } from '#foundation/context.ts'
import { CommandError } from '../command-error.ts'
import { listRemoteCopies, type FileReference } from '../stored-files/referenced-files.sql.ts'
import { confirm, formatBytes } from '../terminal.ts'
import { defineTask } from './maintenance-task.ts'

export const houseKeepingTask = defineTask<{ yes?: true }>({
  name: 'house-keeping',
  summary: 'delete copies of files of other servers, which are fetched again when somebody looks at them',
  addOptions: (command) =>
    command
      .requiredOption(
        '--delete-remote-files',
        'pictures, storyboards and captions of videos and accounts of other servers',
      )
      .option('-y, --yes', 'delete without asking'),
  async run({ ctx, instance, options }) {
    if (instance.running) throw new CommandError('The server runs: stop it first.')
    const { copies, size } = await findCopies(ctx)
    if (copies.length === 0) return console.log('✓ There is no copy of a file of another server.')
    const question = `Delete ${copies.length} copies of files of other servers (${formatBytes(size)})?`
    if (!options.yes && !(await confirm(question))) {
      return console.error('Nothing was deleted (--yes deletes without asking).')
    }
    for (const { area, key } of copies) await ctx.storage.remove(area, key)
    console.error(`✓ ${copies.length} files deleted, ${formatBytes(size)} are free again.`)
  },
})

/** `size`: bytes of all together. */
async function findCopies(ctx: Context): Promise<{ copies: FileReference[]; size: number }> {
  const copies: FileReference[] = []
  let size = 0
  for (const [area, named] of Map.groupBy(await listRemoteCopies(ctx.db), (copy) => copy.area)) {
    const stored = new Set(await ctx.storage.list(area, ''))
    for (const copy of named.filter(({ key }) => stored.has(key))) {
      copies.push(copy)
      size += (await ctx.storage.stat(area, copy.key))?.size ?? 0
    }
  }
  return { copies, size }
}
