import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'

/** A video was created, got a new file, or another name or description; the transaction is still open. */
export interface VideoSaving {
  tx: Tx
  videoId: number
  /** The account that acts; null = the machine, or another server. */
  byAccountId: number | null
  isNew: boolean
  isNewFile: boolean
}

const name = 'action:sepiola.video.saving'

export async function tellVideoSaving(ctx: Context, saving: VideoSaving): Promise<void> {
  await ctx.hooks.action(name, saving)
}

/** For what must be true of a video from its first moment on, as a block of the moderators' queue. To be called on start. */
export function whenVideoIsSaving(ctx: Context, run: (saving: VideoSaving) => Promise<void>): void {
  ctx.hooks.on(name, run)
}
