import { builtInThemes } from '@sepiola/contract/enums.ts'
import { delCustomConfig, getCustomConfig, putCustomConfig } from '@sepiola/contract/operations/config.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { invalidParams, problem } from '#foundation/http/problem.ts'
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

/** After the right, before the body is looked at (spec 02 §6.2). */
const onlyEditable = {
  before({ ctx }: { ctx: Context }) {
    if (!ctx.settings.current.webadmin.configuration.edition.allowed) {
      throw problem(405, 'The settings of this server can only be changed in its files.')
    }
  },
}

export const customConfigRoutes = [
  implement(getCustomConfig, ({ ctx }) => customConfigView(ctx.settings.current)),

  implement(
    putCustomConfig,
    async ({ ctx, viewer, body, request }) => {
      checkBody(ctx, body, request.url)
      const before = customConfigView(ctx.settings.current)
      await overrideSettings(ctx, toSettingValues(body))
      const after = customConfigView(ctx.settings.current)
      ctx.audit.update(viewer, 'config', before, after)
      return after
    },
    onlyEditable,
  ),

  implement(
    delCustomConfig,
    async ({ ctx, viewer }) => {
      const before = customConfigView(ctx.settings.current)
      await ctx.settings.clearOverride()
      ctx.audit.delete(viewer, 'config', before)
      return customConfigView(ctx.settings.current)
    },
    onlyEditable,
  ),
]
