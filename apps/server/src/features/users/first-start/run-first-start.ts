import { randomUUID } from 'node:crypto'
import { UserRole } from '@sepiola/contract/rights.ts'
import { createAccountActor } from '#features/accounts/public.ts'
import { createOAuthClient, hashPassword } from '#features/sessions/public.ts'
import type { Context } from '#foundation/context.ts'
import { createUser } from '../create/create-user.ts'
import { findPasswordFault } from '../create/password-rules.ts'
import {
  findApplication,
  hasRunnerRegistrationToken,
  hasUsers,
  insertRunnerRegistrationToken,
  lockFirstStart,
} from './first-start.sql.ts'
import { generatePronounceablePassword } from './pronounceable-password.ts'

const instanceActorName = 'peertube'
const unlimited = -1

/** What did not exist before; absent members existed already. */
export interface FirstStart {
  oauthClient?: { clientId: string; clientSecret: string }
  root?: { username: string; password: string }
}

export interface FirstStartOptions {
  /** `PT_INITIAL_ROOT_PASSWORD` */
  rootPassword?: string
  /** `NODE_APP_INSTANCE`: in test mode the password is `test` and this. */
  appInstance?: string
}

/**
 * What a server needs before its first request (spec 02 §8): OAuth client, instance actor, root user, one runner
 * registration token. In one transaction; what exists stays. Throws an Error when the given password breaks the rules.
 */
export async function runFirstStart(ctx: Context, options: FirstStartOptions = {}): Promise<FirstStart> {
  return ctx.db.transaction().execute(async (tx) => {
    await lockFirstStart(tx)
    const result: FirstStart = {}

    const { created, ...oauthClient } = await createOAuthClient(tx, ctx.clock.now())
    if (created) result.oauthClient = oauthClient

    const application = await findApplication(tx)
    if (!application.hasActor) {
      await createAccountActor(ctx, tx, {
        type: 'Application',
        name: instanceActorName,
        displayName: instanceActorName,
        applicationId: application.id,
      })
    }

    if (!(await hasUsers(tx))) {
      const password = chooseRootPassword(ctx, options)
      await createUser(ctx, tx, {
        username: 'root',
        email: ctx.settings.current.admin.email,
        passwordHash: await hashPassword(password),
        role: UserRole.ADMINISTRATOR,
        emailVerified: true,
        videoQuota: unlimited,
        videoQuotaDaily: unlimited,
      })
      result.root = { username: 'root', password }
    }

    if (!(await hasRunnerRegistrationToken(tx))) {
      await insertRunnerRegistrationToken(tx, `ptrrt-${randomUUID()}`, ctx.clock.now())
    }
    return result
  })
}

function chooseRootPassword(ctx: Context, { rootPassword, appInstance }: FirstStartOptions): string {
  if (rootPassword) {
    const fault = findPasswordFault(rootPassword, ctx.settings.current.user.password_constraints.min_length)
    if (fault) throw new Error(`PT_INITIAL_ROOT_PASSWORD cannot be used. ${fault}`)
    return rootPassword
  }
  return ctx.testMode ? `test${appInstance ?? ''}` : generatePronounceablePassword()
}
