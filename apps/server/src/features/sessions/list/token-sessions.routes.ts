import {
  getUsersByIdTokenSessions,
  postUsersByIdTokenSessionsByTokenSessionIdRevoke,
} from '@sepiola/contract/operations/session.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { plainProblem, problem } from '#foundation/http/problem.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'
import { forgetToken } from '../tokens/session-memory.ts'
import { deleteToken } from '../tokens/token.sql.ts'
import { listTokenSessions, userExists, type TokenSessionRow } from './token-sessions.sql.ts'

/** The user himself, or whoever manages users. Throws 404, 403. */
async function requireAccess(ctx: Context, viewer: Viewer, userId: number): Promise<void> {
  if (!(await userExists(ctx.db, userId))) throw plainProblem(404)
  if (viewer.userId !== userId && !can(viewer, 'MANAGE_USERS')) {
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

const revokeRoute = implement(postUsersByIdTokenSessionsByTokenSessionIdRevoke, async ({ ctx, viewer, params }) => {
  await requireAccess(ctx, viewer, params.id)
  const success = await deleteToken(ctx.db, { id: params.tokenSessionId, userId: params.id })
  if (!success) throw problem(404, 'Token session not found')
  await forgetToken(ctx, params.tokenSessionId)
  return { success }
})

export const tokenSessionRoutes = [listRoute, revokeRoute]
