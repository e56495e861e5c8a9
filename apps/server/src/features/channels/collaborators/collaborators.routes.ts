import { CollaboratorState, collaboratorStateLabels } from '@sepiola/contract/enums.ts'
import { listMyChannelInvitations } from '@sepiola/contract/operations/sepiola.ts'
import {
  acceptVideoChannelCollaborator,
  inviteVideoChannelCollaborator,
  listVideoChannelCollaborators,
  rejectVideoChannelCollaborator,
  removeVideoChannelCollaborator,
} from '@sepiola/contract/operations/video-channels.ts'
import { maxCount } from '@sepiola/contract/pagination.ts'
import { accountView, actorSummaryView } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { labelledNumber } from '#foundation/labelled.ts'
import type { Origin } from '#foundation/origin.ts'
import { channelOfRequest } from '../access/channel-of-request.ts'
import { isChannelOwner, requireLocalChannelByHandle } from '../access/managed-channel.ts'
import { collaboratorAccepted, collaboratorRejected } from '../channels.events.ts'
import {
  answerInvitation,
  deleteCollaborator,
  findCollaborator,
  listCollaborators,
  listInvitations,
  type CollaboratorRow,
} from './collaborators.sql.ts'
import { inviteCollaborator } from './invite-collaborator.ts'

function collaboratorView(origin: Origin, row: CollaboratorRow) {
  return {
    id: row.id,
    state: labelledNumber(collaboratorStateLabels, row.state),
    account: accountView(origin, row.account),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

const managed = channelOfRequest()

const listRoute = implement(
  listVideoChannelCollaborators,
  async ({ ctx, request }) => {
    // All of them: there are no pages (spec 04 §4).
    const most = Math.max(maxCount, ctx.settings.current.video_channels.max_collaborators_per_channel)
    const rows = await listCollaborators(ctx.db, managed.of(request).id, most)
    return { total: rows.length, data: rows.map((row) => collaboratorView(ctx.origin, row)) }
  },
  { before: managed.before },
)

const invitationsRoute = implement(listMyChannelInvitations, async ({ ctx, viewer }) => {
  const rows = await listInvitations(ctx.db, viewer.accountId)
  const data = rows.map(({ id, channel, ownerAccount, createdAt }) => ({
    id,
    channel: actorSummaryView(ctx.origin, channel),
    ownerAccount: actorSummaryView(ctx.origin, ownerAccount),
    createdAt: createdAt.toISOString(),
  }))
  return { total: data.length, data }
})

const owned = channelOfRequest({ owner: true })

const inviteRoute = implement(
  inviteVideoChannelCollaborator,
  async ({ ctx, viewer, body, request }) => {
    const row = await inviteCollaborator(ctx, viewer, owned.of(request), body.accountHandle)
    return { collaborator: collaboratorView(ctx.origin, row) }
  },
  { before: owned.before },
)

interface Named {
  channelHandle: string
  collaboratorId: number
}

/** Throws 404 for the channel or the collaborator. */
async function requireCollaborator(ctx: Context, viewer: Viewer, { channelHandle, collaboratorId: id }: Named) {
  const channel = await requireLocalChannelByHandle(ctx, viewer, channelHandle)
  const collaborator = await findCollaborator(ctx.db, { channelId: channel.id, id })
  if (!collaborator) throw problem(404, 'Collaborator not found')
  return { channel, collaborator }
}

const notPending = () => problem(400, 'This invitation is not pending.')

async function answer(ctx: Context, viewer: Viewer, named: Named, accepts: boolean): Promise<void> {
  const { channel, collaborator } = await requireCollaborator(ctx, viewer, named)
  if (collaborator.state !== CollaboratorState.PENDING) throw notPending()
  if (collaborator.accountId !== viewer.accountId) throw problem(400, 'Only who was invited can answer.')
  const state = accepts ? CollaboratorState.ACCEPTED : CollaboratorState.REJECTED
  await ctx.db.transaction().execute(async (tx) => {
    if (!(await answerInvitation(tx, collaborator.id, state, ctx.clock.now()))) throw notPending()
    const ids = { collaboratorId: collaborator.id, channelId: channel.id, accountId: collaborator.accountId }
    await ctx.events.publish(tx, accepts ? collaboratorAccepted : collaboratorRejected, ids)
  })
}

const acceptRoute = implement(acceptVideoChannelCollaborator, ({ ctx, viewer, params }) =>
  answer(ctx, viewer, params, true),
)

const rejectRoute = implement(rejectVideoChannelCollaborator, ({ ctx, viewer, params }) =>
  answer(ctx, viewer, params, false),
)

/** The owner ends it, or who helps; who has not answered yet declines instead (spec 04 §4). */
const removeRoute = implement(removeVideoChannelCollaborator, async ({ ctx, viewer, params }) => {
  const { channel, collaborator } = await requireCollaborator(ctx, viewer, params)
  const leaves = collaborator.accountId === viewer.accountId && collaborator.state === CollaboratorState.ACCEPTED
  if (!leaves && !isChannelOwner(viewer, channel)) {
    throw problem(403, 'Only the owner of the channel or the collaborator can do this.')
  }
  await ctx.db
    .transaction()
    .execute((tx) => deleteCollaborator(tx, { channelId: channel.id, accountId: collaborator.accountId }))
})

export const collaboratorRoutes = [listRoute, invitationsRoute, inviteRoute, acceptRoute, rejectRoute, removeRoute]
