import { getUser, getUsers, getUsersAutocomplete } from '@sepiola/contract/operations/users.ts'
import { findMyUser, myUserView, userView } from '#features/users/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { plainProblem } from '#foundation/http/problem.ts'
import { autocompleteUsernames, findUserStats, listUsers } from './list-users.sql.ts'

const day = 24 * 3_600_000
const dayAgo = (ctx: Context) => new Date(ctx.clock.now().getTime() - day)

const listRoute = implement(getUsers, async ({ ctx, query }) => {
  const { total, users } = await listUsers(ctx.db, { ...query, dayAgo: dayAgo(ctx) })
  return { total, data: users.map((user) => userView(ctx.origin, ctx.settings.current, user)) }
})

const oneRoute = implement(getUser, async ({ ctx, params, query }) => {
  const found = await findMyUser(ctx.db, params.id)
  if (!found) throw plainProblem(404)
  const mine = myUserView(ctx.origin, ctx.settings.current, found)
  const { specialPlaylists: _playlists, videoChannelCollaborations: _collaborations, ...user } = mine
  return query.withStats ? { ...user, ...(await findUserStats(ctx.db, params.id, dayAgo(ctx))) } : user
})

const autocompleteRoute = implement(getUsersAutocomplete, ({ ctx, query }) =>
  autocompleteUsernames(ctx.db, query.search ?? ''),
)

export const listRoutes = [listRoute, oneRoute, autocompleteRoute]
