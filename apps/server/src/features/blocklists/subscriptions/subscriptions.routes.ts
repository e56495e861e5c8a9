import {
  deleteServerBlocklistSubscriptionsById,
  getServerBlocklistSubscriptions,
  postServerBlocklistSubscriptions,
} from '@sepiola/contract/operations/server-blocklist.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { fetchActions } from './fetch-actions.ts'
import { followedListView } from './followed-list.view.ts'
import { muteActions } from './mute-actions.ts'
import {
  deleteSubscription,
  findSubscription,
  insertSubscription,
  listSubscriptions,
  type SubscriptionRow,
} from './subscriptions.sql.ts'
import { syncSubscriptionJob } from './sync-subscription.job.ts'

function subscriptionView(row: SubscriptionRow) {
  const { mutedAccountsCount, mutedServersCount } = row
  return { ...followedListView(row), mutedAccountsCount, mutedServersCount }
}

/** The list is asked at once. Throws 400 (not reachable, malformed), 409 (followed already). */
async function subscribe(ctx: Context, url: string): Promise<SubscriptionRow> {
  const { name } = await fetchActions(ctx, url, null, muteActions()).catch((error: unknown) => {
    ctx.log.info({ err: error, url }, 'A mute list cannot be followed.')
    throw problem(400, 'This URL does not serve a mute list.')
  })
  return ctx.db.transaction().execute(async (tx) => {
    const subscriptionId = await insertSubscription(tx, { name, url, now: ctx.clock.now() })
    if (subscriptionId === undefined) throw problem(409, 'This mute list is already followed.')
    await ctx.jobs.add(tx, syncSubscriptionJob, { subscriptionId }, { key: String(subscriptionId) })
    return (await findSubscription(tx, subscriptionId))!
  })
}

export const subscriptionRoutes = [
  implement(getServerBlocklistSubscriptions, async ({ ctx, query }) => {
    const { total, rows } = await listSubscriptions(ctx.db, query)
    return { total, data: rows.map(subscriptionView) }
  }),
  implement(postServerBlocklistSubscriptions, async ({ ctx, body }) =>
    subscriptionView(await subscribe(ctx, body.url)),
  ),
  implement(deleteServerBlocklistSubscriptionsById, async ({ ctx, params }) => {
    const found = await ctx.db.transaction().execute((tx) => deleteSubscription(tx, params.id))
    if (!found) throw problem(404, 'Mute list subscription not found.')
  }),
]
