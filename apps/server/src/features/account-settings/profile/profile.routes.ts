import { isInterfaceLocale } from '@sepiola/contract/interface-locales.ts'
import { putUserInfo } from '@sepiola/contract/operations/my-user.ts'
import { findPasswordFaults, isUserTheme } from '#features/users/public.ts'
import { implement, type ImplementOptions } from '#foundation/http/implement.ts'
import { problem, type InvalidParam } from '#foundation/http/problem.ts'
import { requireCurrentPassword } from '../require-current-password.ts'
import { findCredentials } from '../settings.sql.ts'
import { haveCommonFlag } from './nsfw-flags.ts'
import { updateMe } from './update-me.ts'

/** What comes before the field rules (spec 02 §2). Throws 400, 401. */
const checkEarly: NonNullable<ImplementOptions['beforeFields']> = async ({ ctx, viewer, request, body }) => {
  const sent = (typeof body === 'object' && body ? body : {}) as Record<string, unknown>
  if (haveCommonFlag(sent)) throw problem(400, 'Cannot use same flags in several NSFW options.')
  if (!sent.password && !sent.email) return
  const credentials = await findCredentials(ctx.db, viewer!.userId)
  if (credentials?.pluginAuth != null) {
    throw problem(400, 'Cannot update password or email: they are managed by a plugin.')
  }
  await requireCurrentPassword(ctx, viewer!, sent.currentPassword, { request, status: 401 })
}

/** Rules that the contract cannot know. */
const findFaults: NonNullable<ImplementOptions['findFaults']> = ({ ctx, body: { language, theme, password } }) => {
  const faults: InvalidParam[] = findPasswordFaults(ctx, password)
  const fault = (path: string, value: unknown, msg: string) =>
    faults.push({ type: 'field', value, msg, path, location: 'body' })
  // The text `null` is none, as in every nullable field.
  if (typeof language === 'string' && language !== 'null' && !isInterfaceLocale(language)) {
    fault('language', language, 'Not a known locale.')
  }
  if (typeof theme === 'string' && !isUserTheme(theme)) fault('theme', theme, 'Not an installed theme.')
  return faults
}

const updateRoute = implement(putUserInfo, ({ ctx, viewer, body }) => updateMe(ctx, viewer, body), {
  beforeFields: checkEarly,
  findFaults,
})

export const profileRoutes = [updateRoute]
