import { InvalidArgumentError } from 'commander'
import { refreshAddresses } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { CommandError } from '../command-error.ts'
import { formatTable } from '../terminal.ts'
import { listLocalVideos } from './local-videos.sql.ts'
import { defineTask } from './maintenance-task.ts'
import { countFollowedServers, countStoredUrls, findStoredOrigin, rewriteStoredUrls } from './update-host.sql.ts'

export const updateHostTask = defineTask<{ yes?: true; from?: string }>({
  name: 'update-host',
  summary: 'after another address was set (webserver.*): rewrite what is stored with the old one',
  addOptions: (command) =>
    command
      .option('-y, --yes', 'do it; without, only the numbers are shown')
      .option('--from <url>', 'the old address, should several be stored (https://old.example)', readOrigin),
  async run({ ctx, instance, options }) {
    const from = options.from ?? (await findStoredOrigin(ctx.db))
    const to = ctx.origin.url
    if (from === undefined) throw new CommandError('No address is stored: start the server once.')
    if (from === to && !options.from) return console.log(`✓ Everything is stored with ${to}. Nothing is to be done.`)
    // Its followers and those it follows know it by the old name, and would lose it.
    const followed = await countFollowedServers(ctx.db)
    if (followed > 0) {
      throw new CommandError(
        `This server follows ${followed} accounts of other servers, which know it as ${from}: unfollow them first.`,
      )
    }
    const rows = (await countStoredUrls(ctx.db, from)).filter(({ count }) => count > 0)
    console.log(
      `${from} → ${to}\n${formatTable(
        ['column', 'rows'],
        rows.map((row) => [row.column, String(row.count)]),
      )}`,
    )
    if (!options.yes) return console.log('Nothing was changed. With --yes it is; make a backup before.')
    if (instance.running) throw new CommandError('The server runs with the old address: stop it first.')
    await rewrite(ctx, from, to)
    console.log('✓ Done. Torrents are written anew by the server after its start.')
  },
})

function readOrigin(value: string): string {
  const url = URL.parse(value)
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== value.replace(/\/+$/, '')) {
    throw new InvalidArgumentError('Give scheme and host, as https://old.example.')
  }
  return url.origin
}

async function rewrite(ctx: Context, from: string, to: string): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    await rewriteStoredUrls(tx, from, to)
    for (const video of await listLocalVideos(tx)) await refreshAddresses(ctx, tx, video)
  })
}
