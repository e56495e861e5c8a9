import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import { confirmTwoFactorRequest, disableTwoFactor, requestTwoFactor } from '@sepiola/contract/operations/users.ts'
import { hashSecret } from '#features/mails/public.ts'
import { decryptOtpSecret, isOtpValid } from '#features/sessions/public.ts'
import { outOfScope, requireUser, type TargetUser } from '#features/user-admin/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement, type ImplementOptions } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { can, isInScope, type Viewer } from '#foundation/http/viewer.ts'
import { requireCurrentPassword } from '../require-current-password.ts'
import { findCredentials } from '../settings.sql.ts'
import { encryptOtpSecret } from './encrypt-otp-secret.ts'
import { endTwoFactor } from './end-two-factor.ts'
import {
  deleteTwoFactorRequests,
  findTwoFactorRequest,
  replaceTwoFactorRequest,
  setOtpSecret,
} from './two-factor.sql.ts'

/** ms */
const requestLifetime = 10 * 60_000

const idOf = (request: FastifyRequest) => Number((request.params as { id: string }).id)

/** Only who acts on somebody else as a manager of users is not asked. Comes before the field rules (spec 02 §3.5). */
const askPassword: NonNullable<ImplementOptions['beforeFields']> = async ({ ctx, viewer, request, body }) => {
  if (can(viewer, 'MANAGE_USERS') && idOf(request) !== viewer!.userId) return
  const given = (body as { currentPassword?: unknown } | null | undefined)?.currentPassword
  await requireCurrentPassword(ctx, viewer!, given, { request, status: 403 })
}

/**
 * Whose second factor it is; moderators reach plain users only, like everywhere. `enabled`: what the state must be.
 * Throws 404, 403, 400, in this order.
 */
async function requireTarget(ctx: Context, viewer: Viewer, id: number, enabled: boolean): Promise<TargetUser> {
  const user = await requireUser(ctx, id)
  if (user.id !== viewer.userId) {
    if (!can(viewer, 'MANAGE_USERS')) {
      throw problem(403, `User ${viewer.username} has no right to change the two factor setting of another user.`)
    }
    if (!isInScope(viewer, user)) throw outOfScope()
  }
  const { otpSecret } = (await findCredentials(ctx.db, id))!
  if ((otpSecret !== null) !== enabled) {
    throw problem(400, `Two factor is already ${enabled ? 'disabled' : 'enabled'}.`)
  }
  return user
}

function recordSwitch(ctx: Context, viewer: Viewer, { id, username, email, role }: TargetUser, on: boolean): void {
  const user = { id, username, email, role }
  ctx.audit.update(viewer, 'users', { ...user, twoFactorEnabled: !on }, { ...user, twoFactorEnabled: on })
}

const requestRoute = implement(
  requestTwoFactor,
  async ({ ctx, viewer, params }) => {
    const { email } = await requireTarget(ctx, viewer, params.id, false)
    const secret = new Secret({ size: 20 })
    const requestToken = randomBytes(32).toString('hex')
    const otpSecret = await encryptOtpSecret(secret.base32, ctx.settings.current.secrets.peertube)
    const expiresAt = new Date(ctx.clock.now().getTime() + requestLifetime)
    await ctx.db
      .transaction()
      .execute((tx) =>
        replaceTwoFactorRequest(tx, { tokenHash: hashSecret(requestToken), userId: params.id, otpSecret, expiresAt }),
      )
    const totp = new TOTP({ issuer: ctx.origin.host, label: email, secret, algorithm: 'SHA1', digits: 6, period: 30 })
    return { otpRequest: { requestToken, secret: secret.base32, uri: totp.toString() } }
  },
  { beforeFields: askPassword },
)

const confirmRoute = implement(
  confirmTwoFactorRequest,
  async ({ ctx, viewer, params, body }) => {
    const now = ctx.clock.now()
    const userId = params.id
    const request = await findTwoFactorRequest(ctx.db, { tokenHash: hashSecret(body.requestToken), userId, now })
    const secret = request && (await decryptOtpSecret(request.otpSecret, ctx.settings.current.secrets.peertube))
    if (!secret || !isOtpValid(secret, body.otpToken, now.getTime())) {
      throw problem(403, 'Invalid two factor token or code.')
    }
    await ctx.db.transaction().execute(async (tx) => {
      await setOtpSecret(tx, userId, request.otpSecret, now)
      await deleteTwoFactorRequests(tx, userId)
    })
    recordSwitch(ctx, viewer, await requireUser(ctx, userId), true)
  },
  {
    // Here the state comes before the fields; an id that is none is left to their rules.
    beforeFields: async ({ ctx, viewer, request }) => {
      const id = idOf(request)
      if (Number.isSafeInteger(id) && id > 0 && id < 2 ** 31) await requireTarget(ctx, viewer!, id, false)
    },
  },
)

const disableRoute = implement(
  disableTwoFactor,
  async ({ ctx, viewer, params }) => {
    const user = await requireTarget(ctx, viewer, params.id, true)
    await endTwoFactor(ctx, params.id)
    recordSwitch(ctx, viewer, user, false)
  },
  { beforeFields: askPassword },
)

export const twoFactorRoutes = [requestRoute, confirmRoute, disableRoute]
