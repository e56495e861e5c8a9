import {
  getUsersByIdTokenSessions,
  getUsersByIdTokenSessionsByTokenSessionIdRevoke,
  postUsersByIdTokenSessionsByTokenSessionIdRevoke,
} from '@sepiola/contract/operations/session.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { plainProblem, problem } from '#foundation/http/problem.ts'
import { can, isInScope, type Viewer } from '#foundation/http/viewer.ts'
import { forgetToken } from '../tokens/session-memory.ts'
import { deleteToken } from '../tokens/token.sql.ts'
import { findOwner, listTokenSessions, type TokenSessionRow } from './token-sessions.sql.ts'

/** The user himself, or whoever manages such users. Throws 404, 403. */
async function requireAccess(ctx: Context, viewer: Viewer, userId: number): Promise<void> {
  const owner = await findOwner(ctx.db, userId)
  if (!owner) throw plainProblem(404)
  if (viewer.userId !== userId && !(can(viewer, 'MANAGE_USERS') && isInScope(viewer, owner))) {
    throw problem(403, `User ${viewer.username} has no right to see the sessions of another user.`)
  }
}

function sessionView(row: TokenSessionRow, currentTokenId: number) {
  return {
    id: row.id,
    currentSession: row.id === currentTokenId,
    loginDevice: row.loginDevice,
    loginIP: row.loginIP,
    loginDate: row.loginDate?.toISOString() ?? null,
    lastActivityDevice: row.lastActivityDevice,
    lastActivityIP: row.lastActivityIP,
    lastActivityDate: row.lastActivityDate?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}

const listRoute = implement(getUsersByIdTokenSessions, async ({ ctx, viewer, params, query }) => {
  await requireAccess(ctx, viewer, params.id)
  const { start, count, sort } = query
  const request = { userId: params.id, now: ctx.clock.now(), start, count, sort }
  const { total, sessions } = await listTokenSessions(ctx.db, request)
  return { total, data: sessions.map((session) => sessionView(session, viewer.tokenId)) }
})

async function revokeSession(ctx: Context, viewer: Viewer, { id: userId, tokenSessionId: id }: SessionParams) {
  await requireAccess(ctx, viewer, userId)
  const success = await deleteToken(ctx.db, { id, userId })
  if (!success) throw problem(404, 'Token session not found')
  await forgetToken(ctx, id)
  return { success }
}

interface SessionParams {
  id: number
  tokenSessionId: number
}

const revokeRoutes = [
  implement(postUsersByIdTokenSessionsByTokenSessionIdRevoke, ({ ctx, viewer, params }) =>
    revokeSession(ctx, viewer, params),
  ),
  // As documents name it.
  implement(getUsersByIdTokenSessionsByTokenSessionIdRevoke, ({ ctx, viewer, params }) =>
    revokeSession(ctx, viewer, params),
  ),
]

export const tokenSessionRoutes = [listRoute, ...revokeRoutes]
