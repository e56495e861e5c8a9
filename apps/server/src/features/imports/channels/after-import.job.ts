import { z } from 'zod'
import { SyncState } from '@sepiola/contract/enums.ts'
import { define } from '@sepiola/contract/operation.ts'
import { endSync, findSync } from '#features/channel-syncs/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import { findUnfinishedByKey } from '#foundation/jobs/enqueue.sql.ts'
import { countSyncImports, type ImportRow } from '../imports.sql.ts'

const payload = define(() => z.object({ channelSyncId: z.int() }))

/** While a job of this type and key lists a channel, more imports may come. */
export const channelImportType = 'video-channel-import'
export const syncKey = (channelSyncId: number) => `sync-${channelSyncId}`

/** A synchronization is over when all its imports are (spec 03 §12). */
export const afterChannelImportJob = defineJob({
  type: 'after-video-channel-import',
  payload,
  timeout: () => 300_000,

  async run(ctx, { payload: { channelSyncId } }) {
    const sync = await findSync(ctx.db, channelSyncId)
    if (sync?.state !== SyncState.PROCESSING) return
    if ((await findUnfinishedByKey(ctx.db, channelImportType, syncKey(channelSyncId))) !== undefined) return
    const { unfinished, failed } = await countSyncImports(ctx.db, channelSyncId, sync.lastSyncAt ?? sync.createdAt)
    if (unfinished > 0) return
    await endSync(ctx.db, channelSyncId, failed > 0 ? SyncState.FAILED : SyncState.SYNCED, ctx.clock.now())
  },
})

/** To be called when an import ends: it may have been the last one of a synchronization. */
export async function tellSyncLater(ctx: Context, tx: Tx, { videoChannelSyncId }: ImportRow): Promise<void> {
  if (videoChannelSyncId === null) return
  await ctx.jobs.add(tx, afterChannelImportJob, { channelSyncId: videoChannelSyncId })
}
