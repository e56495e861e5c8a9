import { z } from 'zod'
import { ChannelActivityAction } from '@sepiola/contract/enums.ts'
import { define, type BodyOf } from '@sepiola/contract/operation.ts'
import { putVideoChannel } from '@sepiola/contract/operations/video-channels.ts'
import { channelUpdated } from '#features/channels/channels.events.ts'
import { channelOfRequest, saveChannelActivity, type ChannelAccess } from '#features/channels/public.ts'
import { replaceSupportOfChannel, videosChanged } from '#features/videos/public.ts'
import { videoUpdated } from '#features/videos/videos.events.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import { findPublishedVideoIds, lockChannel, updateChannelRow, type EditedChannel } from './channel-settings.sql.ts'

/** Of videos whose support text changed with their channel's, so many are announced (spec 04 §3.3). */
const mostAnnounced = 1000

const payload = define(() => z.object({ channelId: z.int() }))

/** Tells other servers of the new support text, after the answer. */
export const announceSupportJob = defineJob({
  type: 'channel-settings/announce-support',
  payload,
  attempts: 3,
  run: (ctx, job) =>
    ctx.db.transaction().execute(async (tx) => {
      for (const videoId of await findPublishedVideoIds(tx, job.payload.channelId, mostAnnounced)) {
        await ctx.events.publish(tx, videoUpdated, { videoId, torrentsOutdated: false })
      }
    }),
})

type ChannelChange = BodyOf<typeof putVideoChannel>

/** What is absent stays (spec 04 §3.3). Returns the channel before and after. Throws 404 when it went meanwhile. */
async function updateChannel(ctx: Context, viewer: Viewer, channel: ChannelAccess, change: ChannelChange) {
  const now = ctx.clock.now()
  return ctx.db.transaction().execute(async (tx) => {
    const before = await lockChannel(tx, channel.id)
    if (!before) throw problem(404, 'Video channel not found')
    const after: EditedChannel = {
      ...before,
      displayName: change.displayName ?? before.displayName,
      description: change.description === undefined ? before.description : change.description,
      support: change.support === undefined ? before.support : change.support,
    }
    const { displayName: name, description, support } = after
    await updateChannelRow(tx, channel.id, { name, description, support }, now)
    if (change.bulkVideosSupportUpdate && support !== before.support) {
      await replaceSupportOfChannel(tx, channel.id, support, now)
      await ctx.jobs.add(tx, announceSupportJob, { channelId: channel.id })
    }
    await recordUpdate(ctx, tx, viewer, { ...channel, displayName: name })
    return { before, after }
  })
}

/** Followers are told; the channel's activity list has a line. */
export async function recordUpdate(ctx: Context, tx: Tx, viewer: Viewer, channel: ChannelAccess): Promise<void> {
  const { id: channelId, name, displayName, url } = channel
  await saveChannelActivity(tx, {
    ...{ action: ChannelActivityAction.UPDATE, channelId, accountId: viewer.accountId, now: ctx.clock.now() },
    target: { channel: { name, displayName, url } },
  })
  await ctx.events.publish(tx, channelUpdated, { channelId })
}

const managed = channelOfRequest()

export const updateRoute = implement(
  putVideoChannel,
  async ({ ctx, viewer, body, request, reply }) => {
    const { before, after } = await updateChannel(ctx, viewer, managed.of(request), body)
    videosChanged(ctx)
    ctx.audit.update(viewer, 'channels', before, after)
    const videoChannel = { id: after.id, name: after.displayName }
    await ctx.hooks.action('action:api.video-channel.updated', { videoChannel, req: request, res: reply })
  },
  { before: managed.before },
)
