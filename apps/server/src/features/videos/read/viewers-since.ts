import type { Context } from '#foundation/context.ts'

/** ms that a session counts as watching after its last sign of life (spec 03 §8, spec 11). */
const viewerLifetime = 2 * 60 * 1000
const viewerLifetimeInTests = 5_000

/** Sessions seen since then are watching now. */
export function viewersSince(ctx: Context): Date {
  return new Date(ctx.clock.now().getTime() - (ctx.testMode ? viewerLifetimeInTests : viewerLifetime))
}
