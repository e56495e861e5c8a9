import { findSync, findSyncsToRun } from '#features/channel-syncs/public.ts'
import { channelSyncRequested } from '#features/channel-syncs/channel-syncs.events.ts'
import type { Context } from '#foundation/context.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import type { Schedule } from '#foundation/feature.ts'
import { syncKey } from './after-import.job.ts'
import { channelImportJob } from './channel-import.job.ts'

/** Looks for new videos in all channels that are mirrored (spec 03 §12). */
export const runSyncs: Schedule = {
  name: 'imports/run-channel-syncs',
  command: 'process-video-channel-sync-latest',
  every: (ctx) => ctx.settings.current.import.video_channel_synchronization.check_interval,
  async run(ctx) {
    if (!isEnabled(ctx)) return
    for (const sync of await findSyncsToRun(ctx.db)) await addRun(ctx, sync)
  },
}

export const onSyncRequested = subscribe(
  channelSyncRequested,
  'imports/on-channel-sync-requested',
  async (ctx, { channelSyncId }) => {
    const sync = await findSync(ctx.db, channelSyncId)
    if (sync && isEnabled(ctx)) await addRun(ctx, sync)
  },
)

function isEnabled(ctx: Context): boolean {
  const { videos, video_channel_synchronization: synchronization } = ctx.settings.current.import
  return synchronization.enabled && videos.http.enabled
}

/** One that runs or waits to run is not added again. */
async function addRun(
  ctx: Context,
  { id, externalChannelUrl, channelId }: { id: number; externalChannelUrl: string; channelId: number },
): Promise<void> {
  const payload = { externalChannelUrl, videoChannelId: channelId, partOfChannelSyncId: id, onlyLatest: true }
  await ctx.jobs.add(ctx.db, channelImportJob, payload, { key: syncKey(id) })
}
