import { withLock } from '#foundation/db/advisory-lock.ts'
import type { Context } from '#foundation/context.ts'

/** Whoever adds, removes or moves files of a video does it while nobody else does (spec 05 §12). */
export function withVideoFiles<T>(ctx: Context, videoId: number, work: () => Promise<T>): Promise<T> {
  return withLock(ctx.db, `files of video ${videoId}`, work)
}
