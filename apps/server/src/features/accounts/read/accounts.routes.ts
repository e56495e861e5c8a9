import { getAccount, getAccounts } from '@sepiola/contract/operations/accounts.ts'
import { answerOnce } from '#foundation/answers/answer-once.ts'
import { implement } from '#foundation/http/implement.ts'
import { accountView } from './actor.view.ts'
import { listAccounts } from './find-account.sql.ts'
import { requireAccount } from './find-account.ts'

const accountRoute = implement(getAccount, ({ ctx, viewer, params }) =>
  answerOnce(ctx, viewer, ['account', params.name], async () =>
    accountView(ctx.origin, await requireAccount(ctx, params.name)),
  ),
)

const accountsRoute = implement(getAccounts, ({ ctx, viewer, query: { start, count, sort } }) =>
  answerOnce(ctx, viewer, ['accounts', start, count, sort], async () => {
    const { total, accounts } = await listAccounts(ctx.db, { start, count, sort })
    return { total, data: accounts.map((account) => accountView(ctx.origin, account)) }
  }),
)

export const accountRoutes = [accountRoute, accountsRoute]
