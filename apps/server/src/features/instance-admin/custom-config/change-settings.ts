import { editablePath } from '#foundation/config/editable-settings.ts'
import { settingsChannel } from '#foundation/config/override-store.ts'
import { SettingsError, type SettingProblem } from '#foundation/config/settings-error.ts'
import type { Context } from '#foundation/context.ts'
import { problem, type InvalidParam } from '#foundation/http/problem.ts'

/**
 * Replaces everything that was changed at run time, here at once and within a second on every node of the database.
 * 400 naming each wrong or contradicting setting; then nothing changed.
 */
export async function overrideSettings(ctx: Context, values: Record<string, unknown>): Promise<void> {
  try {
    await ctx.settings.override(values)
  } catch (error) {
    // Without a key it is a file that cannot be read, which the caller did not cause.
    if (!(error instanceof SettingsError) || error.problems.some(({ key }) => key === undefined)) throw error
    throw problem(400, error.problems.map(({ key, message }) => `${key}: ${message}`).join('; '), {
      extras: { 'invalid-params': Object.fromEntries(error.problems.map((wrong) => [pathOf(wrong), toParam(wrong)])) },
    })
  }
}

function pathOf({ key }: SettingProblem): string {
  return editablePath(key!) ?? key!
}

function toParam(wrong: SettingProblem): InvalidParam {
  return { type: 'field', value: wrong.value ?? null, msg: wrong.message, path: pathOf(wrong), location: 'body' }
}

/** Follows what other nodes store, also what they stored while this one could not hear. */
export async function followSettings(ctx: Context): Promise<void> {
  const reload = () => {
    ctx.settings.reload().catch((err: unknown) => ctx.log.error({ err }, 'Changed settings could not be read.'))
  }
  await ctx.notifier.listen(settingsChannel, reload, reload)
  reload()
}
