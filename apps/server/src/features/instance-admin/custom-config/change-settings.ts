import { randomUUID } from 'node:crypto'
import { SettingsError } from '#foundation/config/settings-error.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'

const channel = 'settings'

/** Tells a node's own notifications from those of others; by settings, since tests have several nodes in a process. */
const nodeIds = new WeakMap<object, string>()

function nodeId(ctx: Context): string {
  let id = nodeIds.get(ctx.settings)
  if (!id) nodeIds.set(ctx.settings, (id = randomUUID()))
  return id
}

/**
 * Replaces everything that was changed at run time, here at once and then on every node that shares the folder of the
 * configuration. 400 naming each wrong or contradicting setting; then nothing changed.
 */
export async function overrideSettings(ctx: Context, values: Record<string, unknown>): Promise<void> {
  try {
    await ctx.settings.override(values)
  } catch (error) {
    // Without a key it is a file that cannot be read, which the caller did not cause.
    if (!(error instanceof SettingsError) || error.problems.some(({ key }) => key === undefined)) throw error
    throw problem(400, error.problems.map(({ key, message }) => `${key}: ${message}`).join('; '))
  }
  await ctx.notifier.notify(channel, nodeId(ctx))
}

/** Back to what files and environment say, on every node. */
export async function resetSettings(ctx: Context): Promise<void> {
  await ctx.settings.clearOverride()
  await ctx.notifier.notify(channel, nodeId(ctx))
}

/** Follows what other nodes store, also what they stored while this one could not hear. */
export async function followSettings(ctx: Context): Promise<void> {
  const reload = () => {
    ctx.settings.reload().catch((err: unknown) => ctx.log.error({ err }, 'Changed settings could not be read.'))
  }
  await ctx.notifier.listen(channel, (sender) => sender !== nodeId(ctx) && reload(), reload)
  reload()
}
