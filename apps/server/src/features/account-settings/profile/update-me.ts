import type { BodyOf } from '@sepiola/contract/operation.ts'
import type { putUserInfo } from '@sepiola/contract/operations/my-user.ts'
import { deleteAccountLinks, sendVerifyChangedLink } from '#features/mails/public.ts'
import { forgetUser, hashPassword } from '#features/sessions/public.ts'
import { isEmailTakenByOther } from '#features/user-admin/public.ts'
import type { Context } from '#foundation/context.ts'
import { isUniqueViolation } from '#foundation/db/sql-errors.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { accountUpdated } from '../account-settings.events.ts'
import { updateAccount, updateProfile, type ProfileColumns } from '../settings.sql.ts'

export type ProfileChange = BodyOf<typeof putUserInfo>

/** Saves what a person changes about themselves (spec 02 §2). Throws 409 for an address that somebody else has. */
export async function updateMe(ctx: Context, viewer: Viewer, change: ProfileChange): Promise<void> {
  const { displayName, description, password } = change
  const email = change.email === viewer.email ? undefined : change.email
  if (email !== undefined && (await isEmailTakenByOther(ctx.db, email, viewer.userId))) throw emailTaken()
  const needsLink = email !== undefined && ctx.settings.current.signup.requires_email_verification
  const columns: ProfileColumns = {
    ...preferences(change),
    ...(password === undefined ? {} : { password: await hashPassword(password) }),
    ...addressColumns(change.email, { current: viewer.email, needsLink }),
  }
  const owner = { userId: viewer.userId }
  const now = ctx.clock.now()
  try {
    await ctx.db.transaction().execute(async (tx) => {
      await updateProfile(tx, viewer.userId, columns, now)
      if (password !== undefined) await deleteAccountLinks(tx, { purpose: 'reset-password', owner })
      if (needsLink) {
        const { userId: id, username, language } = viewer
        await sendVerifyChangedLink(ctx, tx, { id, username, language, pendingEmail: email })
      }
      // Without a name of its own an account has that of its user.
      const name = displayName === null ? viewer.username : displayName
      if (await updateAccount(tx, viewer.accountId, { name, description, now })) {
        await ctx.events.publish(tx, accountUpdated, { accountId: viewer.accountId })
      }
    })
  } catch (error) {
    // Two requests for one address at the same time.
    if (isUniqueViolation(error)) throw emailTaken()
    throw error
  }
  await forgetUser(ctx, viewer.userId)
  recordChange(ctx, viewer, { ...columns, displayName, description })
}

function recordChange(ctx: Context, viewer: Viewer, change: object): void {
  const { userId: id, username, email, role, nsfwPolicy, language } = viewer
  const before = { id, username, email, role, nsfwPolicy, language }
  ctx.audit.update(viewer, 'users', before, { ...before, ...change })
}

/** To name the address that one has already ends a change that waits for its link. */
function addressColumns(
  email: string | undefined,
  { current, needsLink }: { current: string; needsLink: boolean },
): ProfileColumns {
  if (email === undefined) return {}
  if (email === current) return { pendingEmail: null }
  // Without verification nobody knows whether the new one is theirs.
  return needsLink ? { pendingEmail: email } : { email, pendingEmail: null, emailVerified: null }
}

const booleans = [
  'p2pEnabled',
  'autoPlayVideo',
  'autoPlayNextVideo',
  'videosHistoryEnabled',
  'noInstanceConfigWarningModal',
  'noWelcomeModal',
  'noAccountSetupWarningModal',
] as const
const flagFields = ['nsfwFlagsDisplayed', 'nsfwFlagsHidden', 'nsfwFlagsWarned', 'nsfwFlagsBlurred'] as const

function preferences(change: ProfileChange): ProfileColumns {
  const columns: ProfileColumns = {}
  for (const name of booleans) if (change[name] !== undefined) columns[name] = change[name]
  for (const name of flagFields) if (change[name] !== undefined) columns[name] = change[name] ?? 0
  // Has no rule (spec 02 §2): what is no boolean changes nothing.
  const next = change.autoPlayNextVideoPlaylist
  if (typeof next === 'boolean') columns.autoPlayNextVideoPlaylist = next
  if (change.nsfwPolicy !== undefined) columns.nsfwPolicy = change.nsfwPolicy
  if (change.language !== undefined) columns.language = change.language
  if (change.videoLanguages !== undefined) columns.videoLanguages = change.videoLanguages
  if (change.theme !== undefined) columns.theme = change.theme
  return columns
}

function emailTaken() {
  return problem(409, 'User with this email already exists.')
}
