import { RegistrationState } from '@sepiola/contract/enums.ts'
import { limits } from '@sepiola/contract/limits.ts'
import type { Context } from '#foundation/context.ts'
import { Problem, problem } from '#foundation/http/problem.ts'
import { clientKey } from '#foundation/http/rate-limits.ts'
import { sessionMemory } from '../tokens/session-memory.ts'
import { chooseLoginUser } from './choose-login-user.ts'
import { issueTokens, type IssuedTokens } from './issue-tokens.ts'
import { findLoginUsers, findRegistrationStates, type LoginUser } from './login.sql.ts'
import { isPasswordMatch } from './password.ts'
import { decryptOtpSecret, isOtpValid } from './two-factor.ts'

export interface PasswordGrant {
  oAuthClientId: number
  username: string
  password: string
  /** Header `x-peertube-otp`. */
  otp: string | undefined
  ip: string
  device: string | null
}

/** Signs a user in; checks and errors in the order of spec 01 §3.1. */
export async function passwordGrant(ctx: Context, grant: PasswordGrant): Promise<IssuedTokens> {
  const { throttle } = sessionMemory(ctx)
  const now = ctx.clock.now().getTime()
  const address = clientKey(grant.ip)
  const candidates = await findLoginUsers(ctx.db, grant.username)
  const found = chooseLoginUser(candidates, grant.username, ctx.settings.current.user.disable_root_auth)
  // One account, whether it is called by its name or by its address.
  const account = found?.username ?? grant.username
  const wait = throttle.waitFor(account, address, now)
  if (wait > 0) throw tooManyAttempts(wait)

  let user: LoginUser
  try {
    user = await requirePasswordOf(ctx, found, grant)
    const waitForCode = user.otpSecret ? throttle.waitForCode(account, now) : 0
    if (waitForCode > 0) throw tooManyAttempts(waitForCode)
    await checkOtp(ctx, user, grant.otp)
  } catch (error) {
    if (isFailedGuess(error)) throttle.fail(account, address, now)
    if (error instanceof Problem && error.code === 'invalid_two_factor') throttle.failCode(account, now)
    throw error
  }
  throttle.succeed(account, address)
  return ctx.db.transaction().execute((tx) =>
    issueTokens(ctx, tx, {
      userId: user.id,
      oAuthClientId: grant.oAuthClientId,
      authName: null,
      loginDevice: grant.device,
      loginIP: grant.ip,
      loginDate: ctx.clock.now(),
    }),
  )
}

async function requirePasswordOf(
  ctx: Context,
  user: LoginUser | undefined,
  { username, password }: PasswordGrant,
): Promise<LoginUser> {
  const settings = ctx.settings.current
  if (!(await isPasswordMatch(password, user?.password)) || !user) throw await refusal(ctx, username)
  if (password.length > limits.password.max || Buffer.byteLength(password) > limits.password.maxBytes) {
    throw problem('too_long_password', 'The password is too long: please reset it.')
  }
  if (user.blocked) {
    const reason = user.blockedReason ? ` Reason: ${user.blockedReason}` : ''
    throw problem('account_blocked', `The account is blocked.${reason}`)
  }
  if (settings.signup.requires_email_verification && user.emailVerified === false) {
    throw problem('email_not_verified', 'The e-mail address of the account is not verified.')
  }
  return user
}

/** Wrong credentials, unless they are those of one signup request that is not accepted (spec 01 §2.3). */
async function refusal(ctx: Context, username: string): Promise<Problem> {
  const states = await findRegistrationStates(ctx.db, username)
  if (states.length === 1 && states[0] === RegistrationState.PENDING) {
    return problem('account_waiting_for_approval', 'The account is awaiting approval.')
  }
  if (states.length === 1 && states[0] === RegistrationState.REJECTED) {
    return problem('account_approval_rejected', 'The registration of the account was rejected.')
  }
  return problem('invalid_grant', 'Invalid grant: user credentials are invalid')
}

async function checkOtp(ctx: Context, user: LoginUser, otp: string | undefined): Promise<void> {
  if (!user.otpSecret) return
  if (!otp) {
    throw problem('missing_two_factor', 'Missing two factor header', {
      headers: { 'x-peertube-otp': 'required; app' },
    })
  }
  let secret: string | undefined
  try {
    secret = await decryptOtpSecret(user.otpSecret, ctx.settings.current.secrets.peertube)
  } catch (err) {
    ctx.log.error({ err, userId: user.id }, 'A two-factor secret cannot be read: was `secrets.peertube` changed?')
  }
  if (secret === undefined || !isOtpValid(secret, otp, ctx.clock.now().getTime())) {
    throw problem('invalid_two_factor', 'Invalid two factor header')
  }
}

function isFailedGuess(error: unknown): boolean {
  return error instanceof Problem && (error.code === 'invalid_grant' || error.code === 'invalid_two_factor')
}

function tooManyAttempts(wait: number): Problem {
  return new Problem(429, 'Too many requests, please try again later.', {
    plain: true,
    headers: { 'retry-after': String(Math.ceil(wait / 1000)) },
  })
}
