import { postVideoChannelsByChannelHandleImportVideos } from '@sepiola/contract/operations/video-channels.ts'
import { channelOfRequest } from '#features/channels/public.ts'
import { findSync } from '#features/channel-syncs/public.ts'
import { requireQuota } from '#features/users/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { syncKey } from './after-import.job.ts'
import { channelImportJob } from './channel-import.job.ts'

const managed = channelOfRequest()

/** Everything of a channel elsewhere, as far as there is room (spec 03 §12). */
export const importChannelRoute = implement(
  postVideoChannelsByChannelHandleImportVideos,
  async ({ ctx, body, request }) => {
    const channel = managed.of(request)
    const { externalChannelUrl, videoChannelSyncId } = body
    if (!ctx.settings.current.import.videos.http.enabled) {
      throw problem(403, 'Import of videos by address is disabled.')
    }
    if (videoChannelSyncId !== undefined) {
      const sync = await findSync(ctx.db, videoChannelSyncId)
      if (!sync) throw problem(404, 'Synchronization not found')
      if (sync.channelId !== channel.id) throw problem(403, 'The synchronization is one of another channel.')
    }
    if (channel.ownerUserId !== null) await requireQuota(ctx, channel.ownerUserId, 1)
    await ctx.jobs.add(
      ctx.db,
      channelImportJob,
      {
        ...{ externalChannelUrl, videoChannelId: channel.id },
        ...(videoChannelSyncId === undefined ? {} : { partOfChannelSyncId: videoChannelSyncId }),
      },
      {
        key:
          videoChannelSyncId === undefined
            ? `channel-${channel.id}-${externalChannelUrl}`
            : syncKey(videoChannelSyncId),
      },
    )
  },
  { before: managed.before },
)
