import {
  deleteWatchedWordsAccountsByAccountNameSubscriptionsById,
  deleteWatchedWordsServerSubscriptionsById,
  getWatchedWordsAccountsByAccountNameSubscriptions,
  getWatchedWordsServerSubscriptions,
  postWatchedWordsAccountsByAccountNameSubscriptions,
  postWatchedWordsServerSubscriptions,
} from '@sepiola/contract/operations/watched-words.ts'
import { requireInstanceAccountId, requireOwnAccount } from '#features/accounts/public.ts'
import { fetchActions, followedListView, type FollowedListPage } from '#features/blocklists/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { retagLater } from '../retag/retag.job.ts'
import { syncWordsJob } from './sync-words.job.ts'
import { wordActions } from './word-actions.ts'
import {
  deleteWordSubscription,
  findWordSubscription,
  hasListNamed,
  insertWordSubscription,
  isSubscribed,
  listWordSubscriptions,
  type WordSubscriptionRow,
} from './word-subscriptions.sql.ts'

function subscriptionView(row: WordSubscriptionRow) {
  return { ...followedListView(row), importedWordsCount: row.importedWordsCount }
}

async function subscriptions(ctx: Context, accountId: number, page: FollowedListPage) {
  const { total, rows } = await listWordSubscriptions(ctx.db, accountId, page)
  return { total, data: rows.map(subscriptionView) }
}

/** The list is asked at once. Throws 409 (followed already), 400 (not reachable, malformed), 409 (a list has its name). */
async function subscribe(ctx: Context, accountId: number, url: string) {
  if (await isSubscribed(ctx.db, accountId, url)) throw alreadyFollowed()
  const { name } = await fetchActions(ctx, url, null, wordActions()).catch((error: unknown) => {
    ctx.log.info({ err: error, url }, 'A word list cannot be followed.')
    throw problem(400, 'This URL does not serve a list of watched words.')
  })
  const row = await ctx.db.transaction().execute(async (tx) => {
    const subscriptionId = await insertWordSubscription(tx, { accountId, name, url, now: ctx.clock.now() })
    if (subscriptionId === undefined) throw alreadyFollowed()
    if (await hasListNamed(tx, accountId, name)) throw problem(409, `There is already a list with the name ${name}.`)
    await ctx.jobs.add(tx, syncWordsJob, { subscriptionId }, { key: String(subscriptionId) })
    return (await findWordSubscription(tx, subscriptionId))!
  })
  return subscriptionView(row)
}

const alreadyFollowed = () => problem(409, 'This list of watched words is already followed.')

async function unsubscribe(ctx: Context, accountId: number, id: number): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    if (!(await deleteWordSubscription(tx, accountId, id))) throw problem(404, 'Word list subscription not found.')
    await retagLater(ctx, tx, accountId)
  })
}

const accountRoutes = [
  implement(getWatchedWordsAccountsByAccountNameSubscriptions, async ({ ctx, viewer, params, query }) =>
    subscriptions(ctx, (await requireOwnAccount(ctx, viewer, params.accountName)).id, query),
  ),
  implement(postWatchedWordsAccountsByAccountNameSubscriptions, async ({ ctx, viewer, params, body }) =>
    subscribe(ctx, (await requireOwnAccount(ctx, viewer, params.accountName)).id, body.url),
  ),
  implement(deleteWatchedWordsAccountsByAccountNameSubscriptionsById, async ({ ctx, viewer, params }) =>
    unsubscribe(ctx, (await requireOwnAccount(ctx, viewer, params.accountName)).id, params.id),
  ),
]

const serverRoutes = [
  implement(getWatchedWordsServerSubscriptions, async ({ ctx, query }) =>
    subscriptions(ctx, await requireInstanceAccountId(ctx.db), query),
  ),
  implement(postWatchedWordsServerSubscriptions, async ({ ctx, body }) =>
    subscribe(ctx, await requireInstanceAccountId(ctx.db), body.url),
  ),
  implement(deleteWatchedWordsServerSubscriptionsById, async ({ ctx, params }) =>
    unsubscribe(ctx, await requireInstanceAccountId(ctx.db), params.id),
  ),
]

export const wordSubscriptionRoutes = [...accountRoutes, ...serverRoutes]
