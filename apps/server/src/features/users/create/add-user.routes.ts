import { randomBytes } from 'node:crypto'
import { addUser } from '@sepiola/contract/operations/users.ts'
import { UserRole } from '@sepiola/contract/rights.ts'
import { isLocalNameTaken } from '#features/accounts/public.ts'
import { sendPasswordLink } from '#features/mails/public.ts'
import { hashPassword } from '#features/sessions/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { isUniqueViolation } from '#foundation/db/sql-errors.ts'
import { createUser, type CreatedUser } from './create-user.ts'
import { findPasswordFaults } from './find-password-faults.ts'
import { isUserTaken } from './user.sql.ts'

interface AddUserBody {
  username: string
  password: string
  email: string
  role: number
  channelName?: string | undefined
  videoQuota?: number | undefined
  videoQuotaDaily?: number | undefined
  adminFlags?: number | undefined
}

const addUserRoute = implement(
  addUser,
  async ({ ctx, viewer, body, request, reply }) => {
    const user = await addUserAs(ctx, viewer, body)
    ctx.audit.create(viewer, 'users', { id: user.userId, ...body })
    await ctx.hooks.action('action:api.user.created', { body, user, req: request, res: reply })
    return { user: { id: user.userId, account: { id: user.accountId } } }
  },
  {
    // An empty one is fine where the person can be sent a link to choose it.
    findFaults: ({ ctx, body: { password } }) =>
      password === '' && ctx.mail.enabled ? [] : findPasswordFaults(ctx, password),
  },
)

/**
 * Checks in the order of spec 02 §1. Throws 409, 403, 400. Who gets an empty password is sent a link to choose one, good
 * for seven days.
 */
export async function addUserAs(ctx: Context, viewer: Pick<Viewer, 'role'>, body: AddUserBody): Promise<CreatedUser> {
  if (await isUserTaken(ctx.db, body.username, body.email)) throw taken()
  if (await isLocalNameTaken(ctx.db, body.username)) {
    throw problem(
      409,
      'Another actor (account/channel) with this name on this instance already exists or has already existed.',
    )
  }
  if (viewer.role !== UserRole.ADMINISTRATOR && body.role !== UserRole.USER) {
    throw problem(403, 'You can only create users (and not administrators or moderators)')
  }
  if (body.channelName === body.username) throw problem(400, 'Channel name cannot be the same as user username.')
  if (body.channelName !== undefined && (await isLocalNameTaken(ctx.db, body.channelName))) {
    throw problem(409, `Channel with name ${body.channelName} already exists.`)
  }
  const passwordHash = await hashPassword(body.password || randomBytes(32).toString('hex'))
  const { channelName } = body
  try {
    return await ctx.db.transaction().execute(async (tx) => {
      const user = await createUser(ctx, tx, {
        username: body.username,
        email: body.email,
        passwordHash,
        role: body.role,
        emailVerified: null,
        ...(body.adminFlags === undefined ? {} : { adminFlags: body.adminFlags }),
        ...(body.videoQuota === undefined ? {} : { videoQuota: body.videoQuota }),
        ...(body.videoQuotaDaily === undefined ? {} : { videoQuotaDaily: body.videoQuotaDaily }),
        ...(channelName === undefined ? {} : { channel: { name: channelName, displayName: channelName } }),
      })
      if (body.password === '') {
        const { username, email } = body
        await sendPasswordLink(ctx, tx, { id: user.userId, username, email, language: null }, { isFirst: true })
      }
      return user
    })
  } catch (error) {
    // Two requests for one name at the same time.
    if (isUniqueViolation(error)) throw taken()
    throw error
  }
}

function taken() {
  return problem(409, 'User with this username or email already exists.')
}

export const addUserRoutes = [addUserRoute]
