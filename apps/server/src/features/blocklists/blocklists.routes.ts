import {
  blockAccount,
  blockServer,
  getBlocklistStatus,
  getMyBlockedAccounts,
  getMyBlockedServers,
  unblockAccount,
  unblockServer,
} from '@sepiola/contract/operations/account-blocklist.ts'
import {
  deleteServerBlocklistAccountsByAccountName,
  deleteServerBlocklistServersByHost,
  getServerBlocklistAccounts,
  getServerBlocklistPublicLog,
  getServerBlocklistServers,
  postServerBlocklistAccounts,
  postServerBlocklistServers,
} from '@sepiola/contract/operations/server-blocklist.ts'
import { requireInstanceAccountId, resolveHandle } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { plainProblem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { accountBlockView, blockStatusView, muteLogView, serverBlockView } from './block.view.ts'
import { findAccountStatus, findServerStatus } from './block-status.sql.ts'
import { findMuteLog, listAccountMutes, listServerMutes, type MutePage } from './list-mutes.sql.ts'
import { muteAccount, muteServer, unmuteAccount, unmuteServer, type Muter } from './mute.ts'

/** Actions of one answer of the public log (spec 10 §2.3). */
const logLength = 500

const own = ({ accountId }: Viewer): Muter => ({ accountId, forInstance: false })
const instance = ({ accountId }: Viewer): Muter => ({ accountId, forInstance: true })

async function accounts(ctx: Context, accountId: number, page: MutePage) {
  const { total, rows } = await listAccountMutes(ctx.db, accountId, page)
  return { total, data: rows.map((row) => accountBlockView(ctx.origin, row)) }
}

async function servers(ctx: Context, accountId: number, page: MutePage) {
  const { total, rows } = await listServerMutes(ctx.db, accountId, page)
  return { total, data: rows.map((row) => serverBlockView(ctx.origin, row)) }
}

const ownRoutes = [
  implement(getMyBlockedAccounts, ({ ctx, viewer, query }) => accounts(ctx, viewer.accountId, query)),
  implement(getMyBlockedServers, ({ ctx, viewer, query }) => servers(ctx, viewer.accountId, query)),
  implement(blockAccount, ({ ctx, viewer, body }) => muteAccount(ctx, own(viewer), body.accountName)),
  implement(unblockAccount, ({ ctx, viewer, params }) => unmuteAccount(ctx, own(viewer), params.accountName)),
  implement(blockServer, ({ ctx, viewer, body, request }) => muteServer(ctx, own(viewer), body.host, request.url)),
  implement(unblockServer, ({ ctx, viewer, params }) => unmuteServer(ctx, own(viewer), params.host)),
]

const instanceRoutes = [
  implement(getServerBlocklistAccounts, async ({ ctx, query }) =>
    accounts(ctx, await requireInstanceAccountId(ctx.db), query),
  ),
  implement(getServerBlocklistServers, async ({ ctx, query }) =>
    servers(ctx, await requireInstanceAccountId(ctx.db), query),
  ),
  implement(postServerBlocklistAccounts, ({ ctx, viewer, body }) =>
    muteAccount(ctx, instance(viewer), body.accountName),
  ),
  implement(deleteServerBlocklistAccountsByAccountName, ({ ctx, viewer, params }) =>
    unmuteAccount(ctx, instance(viewer), params.accountName),
  ),
  implement(postServerBlocklistServers, ({ ctx, viewer, body, request }) =>
    muteServer(ctx, instance(viewer), body.host, request.url),
  ),
  implement(deleteServerBlocklistServersByHost, ({ ctx, viewer, params }) =>
    unmuteServer(ctx, instance(viewer), params.host),
  ),
]

const statusRoute = implement(getBlocklistStatus, async ({ ctx, viewer, query }) => {
  const { accounts: handles = [], hosts = [] } = query
  const viewerAccountId = viewer?.accountId ?? null
  const resolved = handles.map((handle) => resolveHandle(ctx.origin, handle)!)
  const [accountRows, hostRows] = await Promise.all([
    findAccountStatus(ctx.db, resolved, viewerAccountId),
    findServerStatus(ctx.db, hosts, viewerAccountId),
  ])
  return { accounts: blockStatusView(handles, accountRows), hosts: blockStatusView(hosts, hostRows) }
})

const publicLogRoute = implement(getServerBlocklistPublicLog, async ({ ctx, query }) => {
  const settings = ctx.settings.current
  if (!settings.blocklist.public_log.enabled) throw plainProblem(403)
  return muteLogView(settings.instance.name, await findMuteLog(ctx.db, query.startDate, logLength))
})

export const blocklistRoutes = [...ownRoutes, ...instanceRoutes, statusRoute, publicLogRoute]
