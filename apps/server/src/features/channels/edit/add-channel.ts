import { addVideoChannel } from '@sepiola/contract/operations/video-channels.ts'
import { createLocalChannel, isLocalNameTaken, lockAccount } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import { isUniqueViolation } from '#foundation/db/sql-errors.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { channelCreated } from '../channels.events.ts'
import { countChannels } from './edit-channel.sql.ts'

interface NewChannel {
  name: string
  displayName: string
  description?: string | null | undefined
  support?: string | null | undefined
}

/** Throws 409 (a name that some local actor has or had), 400 (too many channels); spec 04 §3.2. */
export async function addChannel(ctx: Context, viewer: Viewer, channel: NewChannel): Promise<{ channelId: number }> {
  if (await isLocalNameTaken(ctx.db, channel.name)) throw nameTaken()
  const max = ctx.settings.current.video_channels.max_per_user
  if ((await countChannels(ctx.db, viewer.accountId)) >= max) throw tooMany(max)
  try {
    return await ctx.db.transaction().execute(async (tx) => {
      await lockAccount(tx, viewer.accountId)
      // Another request may have been faster.
      if ((await countChannels(tx, viewer.accountId)) >= max) throw tooMany(max)
      const created = await createLocalChannel(ctx, tx, {
        accountId: viewer.accountId,
        name: channel.name,
        displayName: channel.displayName,
        description: channel.description ?? null,
        support: channel.support ?? null,
      })
      await ctx.events.publish(tx, channelCreated, { channelId: created.channelId })
      return created
    })
  } catch (error) {
    // Two requests for one name at the same time.
    if (isUniqueViolation(error)) throw nameTaken()
    throw error
  }
}

function tooMany(max: number) {
  return problem(400, `You cannot create more than ${max} channels`)
}

function nameTaken() {
  return problem(
    409,
    'Another actor (account/channel) with this name on this instance already exists or has already existed.',
  )
}

export const addChannelRoute = implement(addVideoChannel, async ({ ctx, viewer, body, request, reply }) => {
  const { channelId } = await addChannel(ctx, viewer, body)
  ctx.audit.create(viewer, 'channels', { id: channelId, ...body })
  await ctx.hooks.action('action:api.video-channel.created', {
    videoChannel: { id: channelId, name: body.displayName },
    req: request,
    res: reply,
  })
  return { videoChannel: { id: channelId } }
})
