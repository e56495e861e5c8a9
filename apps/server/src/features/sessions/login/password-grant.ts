import { RegistrationState } from '@sepiola/contract/enums.ts'
import { limits } from '@sepiola/contract/limits.ts'
import type { Context } from '#foundation/context.ts'
import { Problem, problem } from '#foundation/http/problem.ts'
import { chooseLoginUser } from './choose-login-user.ts'
import { issueTokens, type IssuedTokens } from './issue-tokens.ts'
import { findLoginUsers, findRegistrationStates, type LoginUser } from './login.sql.ts'
import { countFailure, findPauses, forgetFailures, tooManyAttempts } from './login-throttle.ts'
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
  const candidates = await findLoginUsers(ctx.db, grant.username)
  const found = chooseLoginUser(candidates, grant.username, ctx.settings.current.user.disable_root_auth)
  // One account, whether it is called by its name or by its address.
  const attempt = { account: found?.username ?? grant.username, ip: grant.ip }
  const pauses = await findPauses(ctx, attempt)
  if (pauses.login > 0) throw tooManyAttempts(pauses.login)

  let user: LoginUser
  try {
    user = await requirePasswordOf(ctx, found, grant)
    if (user.otpSecret && pauses.code > 0) throw tooManyAttempts(pauses.code)
    await checkOtp(ctx, user, grant.otp)
  } catch (error) {
    const code = error instanceof Problem ? error.code : undefined
    if (code === 'invalid_grant') await countFailure(ctx, attempt)
    if (code === 'invalid_two_factor') await countFailure(ctx, attempt, ['pair', 'address', 'account', 'code'])
    throw error
  }
  if (pauses.known) await forgetFailures(ctx, attempt)
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
