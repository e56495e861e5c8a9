import { CollaboratorState } from '@sepiola/contract/enums.ts'
import { requireAccount } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import type { ChannelAccess } from '../access/managed-channel.sql.ts'
import { collaboratorInvited } from '../channels.events.ts'
import {
  countCollaborators,
  deleteCollaborator,
  findCollaborator,
  findStateOf,
  insertCollaborator,
  lockCollaborators,
  type CollaboratorRow,
} from './collaborators.sql.ts'

/** Spec 04 §4; who declined may be invited again. Throws 404, 403 (remote account), 400, 409. */
export async function inviteCollaborator(
  ctx: Context,
  viewer: Viewer,
  channel: ChannelAccess,
  handle: string,
): Promise<CollaboratorRow> {
  const account = await requireAccount(ctx, handle)
  if (account.host !== null) throw problem(403, 'Only accounts of this server can help with a channel.')
  if (account.id === viewer.accountId) throw problem(400, 'You cannot invite yourself.')
  if (account.id === channel.ownerAccountId) throw problem(400, 'This account owns the channel.')
  const invited = { channelId: channel.id, accountId: account.id }
  const max = ctx.settings.current.video_channels.max_collaborators_per_channel
  return ctx.db.transaction().execute(async (tx) => {
    if (!(await lockCollaborators(tx, channel.id))) throw problem(404, 'Video channel not found')
    const state = await findStateOf(tx, invited)
    if (state === CollaboratorState.REJECTED) await deleteCollaborator(tx, invited)
    else if (state !== undefined) throw problem(409, 'This account was invited to help with the channel already.')
    if ((await countCollaborators(tx, channel.id)) >= max) {
      throw problem(400, `A channel cannot have more than ${max} collaborators.`)
    }
    const id = await insertCollaborator(tx, { ...invited, now: ctx.clock.now() })
    await ctx.events.publish(tx, collaboratorInvited, { collaboratorId: id, ...invited })
    return (await findCollaborator(tx, { channelId: channel.id, id }))!
  })
}
