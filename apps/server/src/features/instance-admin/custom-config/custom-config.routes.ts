import { delCustomConfig, getCustomConfig, putCustomConfig } from '@sepiola/contract/operations/config.ts'
import { builtInThemes } from '#features/users/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { invalidParams, problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { overrideSettings } from './change-settings.ts'
import { customConfigView, toSettingValues } from './map-custom-config.ts'

/** What the rules of single fields cannot say; contradictions between settings are found when they are applied. */
function checkBody(ctx: Context, body: Record<string, any>, url: string): void {
  const refuse = (path: string, value: unknown, msg: string) =>
    invalidParams([{ type: 'field', value, msg, path, location: 'body' }], url)
  const theme: string = body.theme.default
  if (theme !== 'default' && !builtInThemes.some((name) => name === theme)) {
    throw refuse('theme.default', theme, 'Not an installed theme.')
  }
  const browse: unknown = body.client?.browseVideos
  if (typeof browse !== 'object' || browse === null) throw refuse('client.browseVideos', browse, 'Missing.')
  if (body.signup.requiresEmailVerification && !ctx.mail.enabled) {
    throw problem(400, 'Addresses cannot be verified: sending of mails is not configured.')
  }
}

/** Who changed the settings, and how; both are the editable set before and after. */
function logChange(ctx: Context, viewer: Viewer, before: unknown, after: unknown): void {
  const changed = listChanges(before, after)
  ctx.log.info({ user: viewer.username, changed, tags: ['config'] }, 'The settings were changed.')
}

function listChanges(before: any, after: any, path = ''): string[] {
  if (typeof after !== 'object' || after === null || Array.isArray(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [path]
  }
  return Object.keys(after).flatMap((name) => listChanges(before[name], after[name], path ? `${path}.${name}` : name))
}

/** After the right, before the body is looked at (spec 02 §6.2). */
const onlyEditable = {
  before({ ctx }: { ctx: Context }) {
    if (!ctx.settings.current.webadmin.configuration.edition.allowed) {
      throw problem(405, 'The settings of this server can only be changed in its files.')
    }
  },
}

async function change(ctx: Context, viewer: Viewer, apply: () => Promise<void>) {
  const before = customConfigView(ctx.settings.current)
  await apply()
  const after = customConfigView(ctx.settings.current)
  logChange(ctx, viewer, before, after)
  return after
}

export const customConfigRoutes = [
  implement(getCustomConfig, ({ ctx }) => customConfigView(ctx.settings.current)),

  implement(
    putCustomConfig,
    ({ ctx, viewer, body, request }) => {
      checkBody(ctx, body, request.url)
      return change(ctx, viewer, () => overrideSettings(ctx, toSettingValues(body)))
    },
    onlyEditable,
  ),

  implement(
    delCustomConfig,
    ({ ctx, viewer }) => change(ctx, viewer, () => ctx.settings.clearOverride()),
    onlyEditable,
  ),
]
