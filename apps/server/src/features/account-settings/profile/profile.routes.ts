import { builtInThemes } from '@sepiola/contract/enums.ts'
import { isInterfaceLocale } from '@sepiola/contract/interface-locales.ts'
import { putUserInfo } from '@sepiola/contract/operations/my-user.ts'
import { requirePassword } from '#features/users/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement, type ImplementOptions } from '#foundation/http/implement.ts'
import { invalidParams, problem, type InvalidParam } from '#foundation/http/problem.ts'
import { requireCurrentPassword } from '../require-current-password.ts'
import { findCredentials } from '../settings.sql.ts'
import { haveCommonFlag } from './nsfw-flags.ts'
import { updateMe, type ProfileChange } from './update-me.ts'

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

const themes: readonly string[] = ['instance-default', 'default', ...builtInThemes]

/** Rules that the contract cannot know. Throws 400. */
function requireKnownValues(ctx: Context, change: ProfileChange, url: string): void {
  const faults: InvalidParam[] = []
  const fault = (path: string, value: unknown, msg: string) =>
    faults.push({ type: 'field', value, msg, path, location: 'body' })
  const { language, theme, password } = change
  if (typeof language === 'string' && !isInterfaceLocale(language)) fault('language', language, 'Not a known locale.')
  if (theme !== undefined && !themes.includes(theme)) fault('theme', theme, 'Not an installed theme.')
  if (faults.length > 0) throw invalidParams(faults, url)
  if (password !== undefined) requirePassword(ctx, password, url)
}

const updateRoute = implement(
  putUserInfo,
  async ({ ctx, viewer, body, request }) => {
    requireKnownValues(ctx, body, request.url)
    await updateMe(ctx, viewer, body)
  },
  { beforeFields: checkEarly },
)

export const profileRoutes = [updateRoute]
