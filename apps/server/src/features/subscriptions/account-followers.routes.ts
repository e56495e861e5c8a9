import type { FastifyRequest } from 'fastify'
import { getAccountFollowers } from '@sepiola/contract/operations/accounts.ts'
import { requireOwnAccount, type AccountRow } from '#features/accounts/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { followView } from './follow.view.ts'
import { findActorIdsOfAccount, listFollowers } from './followers.sql.ts'

// Account and right come before the rules of the page (spec 01 §2.1).
const accounts = new WeakMap<FastifyRequest, AccountRow>()

/** Who follows the account, or a channel that it owns (spec 04 §2). */
export const accountFollowersRoute = implement(
  getAccountFollowers,
  async ({ ctx, query, request }) => {
    const { start, count, sort, search } = query
    const targetActorIds = await findActorIdsOfAccount(ctx.db, accounts.get(request)!.id)
    const page = { targetActorIds, localHost: ctx.origin.host, start, count, sort, search }
    const { total, follows } = await listFollowers(ctx.db, page)
    return { total, data: follows.map((follow) => followView(ctx.origin, follow)) }
  },
  {
    async before({ ctx, viewer, request }) {
      const { name } = request.params as { name: string }
      accounts.set(request, await requireOwnAccount(ctx, viewer!, name))
    },
  },
)
