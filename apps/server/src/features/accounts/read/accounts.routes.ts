import { getAccount, getAccounts } from '@sepiola/contract/operations/accounts.ts'
import { implement } from '#foundation/http/implement.ts'
import { accountView } from './actor.view.ts'
import { listAccounts } from './find-account.sql.ts'
import { requireAccount } from './find-account.ts'

const accountRoute = implement(getAccount, async ({ ctx, params }) =>
  accountView(ctx.origin, await requireAccount(ctx, params.name)),
)

const accountsRoute = implement(getAccounts, async ({ ctx, query: { start, count, sort } }) => {
  const { total, accounts } = await listAccounts(ctx.db, { start, count, sort })
  return { total, data: accounts.map((account) => accountView(ctx.origin, account)) }
})

export const accountRoutes = [accountRoute, accountsRoute]
