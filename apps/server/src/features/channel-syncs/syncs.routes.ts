import type { FastifyRequest } from 'fastify'
import { ChannelActivityAction, syncStateLabels } from '@sepiola/contract/enums.ts'
import {
  addVideoChannelSync,
  delVideoChannelSync,
  triggerVideoChannelSync,
} from '@sepiola/contract/operations/channels-sync.ts'
import { getAccountsByNameVideoChannelSyncs } from '@sepiola/contract/operations/video-channels.ts'
import { actorSummaryView, lockAccount, requireOwnAccount } from '#features/accounts/public.ts'
import { requireManagedChannel, saveChannelActivity } from '#features/channels/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { labelledNumber } from '#foundation/labelled.ts'
import type { Origin } from '#foundation/origin.ts'
import { channelSyncRequested } from './channel-syncs.events.ts'
import { countSyncs, deleteSync, findSync, insertSync, listSyncs, waitForRun, type SyncRow } from './syncs.sql.ts'

function syncView(origin: Origin, row: SyncRow) {
  return {
    id: row.id,
    state: labelledNumber(syncStateLabels, row.state),
    externalChannelUrl: row.externalChannelUrl,
    createdAt: row.createdAt.toISOString(),
    lastSyncAt: row.lastSyncAt && row.lastSyncAt.toISOString(),
    error: row.error,
    channel: actorSummaryView(origin, row.channel),
  }
}

function requireEnabled(ctx: Context): void {
  if (!ctx.settings.current.import.video_channel_synchronization.enabled) {
    throw problem(403, 'Synchronization of channels is disabled on this server.')
  }
}

/** The feature comes before the field rules (spec 03 §12). */
const whenEnabled = { before: ({ ctx }: { ctx: Context }) => requireEnabled(ctx) }

const createRoute = implement(
  addVideoChannelSync,
  async ({ ctx, viewer, body }) => {
    const channel = await requireManagedChannel(ctx, viewer, body.videoChannelId)
    const { max_per_user: max } = ctx.settings.current.import.video_channel_synchronization
    const now = ctx.clock.now()
    const sync = await ctx.db.transaction().execute(async (tx) => {
      await lockAccount(tx, channel.ownerAccountId)
      if ((await countSyncs(tx, channel.ownerAccountId)) >= max) {
        throw problem(400, `The owner of the channel cannot have more than ${max} synchronizations.`)
      }
      const { externalChannelUrl } = body
      const id = await insertSync(tx, { externalChannelUrl, channelId: channel.id, now })
      const created = (await findSync(tx, id))!
      await record(ctx, tx, viewer, created, ChannelActivityAction.CREATE)
      return created
    })
    ctx.audit.create(viewer, 'channel-syncs', audited(sync))
    return { videoChannelSync: syncView(ctx.origin, sync) }
  },
  whenEnabled,
)

/** Throws 404, 403. */
async function requireManagedSync(ctx: Context, viewer: Viewer, id: number): Promise<SyncRow> {
  const sync = await findSync(ctx.db, id)
  if (!sync) throw problem(404, 'Synchronization not found')
  await requireManagedChannel(ctx, viewer, sync.channelId)
  return sync
}

const deleteRoute = implement(delVideoChannelSync, async ({ ctx, viewer, params }) => {
  const sync = await requireManagedSync(ctx, viewer, params.channelSyncId)
  await ctx.db.transaction().execute(async (tx) => {
    if (!(await deleteSync(tx, sync.id))) throw problem(404, 'Synchronization not found')
    await record(ctx, tx, viewer, sync, ChannelActivityAction.DELETE)
  })
  ctx.audit.delete(viewer, 'channel-syncs', audited(sync))
})

/** Documented up to 7.0, though no server of that kind had it: runs the sync before its time. */
const triggerRoute = implement(
  triggerVideoChannelSync,
  async ({ ctx, viewer, params }) => {
    const { id, channelId } = await requireManagedSync(ctx, viewer, params.channelSyncId)
    await ctx.db.transaction().execute(async (tx) => {
      await waitForRun(tx, id, ctx.clock.now())
      await ctx.events.publish(tx, channelSyncRequested, { channelSyncId: id, channelId })
    })
  },
  whenEnabled,
)

// Account and right come before the rules of the page (spec 01 §2.1).
const accountIds = new WeakMap<FastifyRequest, number>()

const listRoute = implement(
  getAccountsByNameVideoChannelSyncs,
  async ({ ctx, query, request }) => {
    const { includeCollaborations, ...page } = query
    const { total, syncs } = await listSyncs(ctx.db, {
      ...{ accountId: accountIds.get(request)!, collaborations: includeCollaborations === true, ...page },
    })
    return { total, data: syncs.map((sync) => syncView(ctx.origin, sync)) }
  },
  {
    async before({ ctx, viewer, request }) {
      const { name } = request.params as { name: string }
      accountIds.set(request, (await requireOwnAccount(ctx, viewer!, name)).id)
    },
  },
)

function record(ctx: Context, tx: Tx, viewer: Viewer, sync: SyncRow, action: number): Promise<void> {
  const { id, externalChannelUrl, channelId } = sync
  return saveChannelActivity(tx, {
    ...{ action, channelId, accountId: viewer.accountId, now: ctx.clock.now() },
    target: { channelSync: { id, externalChannelUrl } },
    targetIsGone: action === ChannelActivityAction.DELETE,
  })
}

const audited = ({ id, externalChannelUrl, channel }: SyncRow) => ({
  ...{ id, externalChannelUrl, channel: { id: channel.id, name: channel.name } },
})

export const syncRoutes = [createRoute, deleteRoute, triggerRoute, listRoute]
