import { createHash } from 'node:crypto'
import { videosChangedChannel } from '#foundation/answers/answer-once.ts'
import { ChangingCache } from '#foundation/answers/changing-cache.ts'
import type { Context } from '#foundation/context.ts'
import { buildSitemap } from './build-sitemap.ts'

/** ms (spec 01 §6); counters, and pages besides videos and people, may be so old. */
const day = 24 * 3600 * 1000

const mebi = 1024 * 1024

export interface Sitemap {
  gzipped: Buffer
  /** Weak, because it is sent packed and unpacked. */
  tag: string
}

const ofContext = new WeakMap<Context, ChangingCache<Sitemap>>()

/** The sitemap, of this node, until a video, a channel or an account changes; undefined in test mode (spec 11). */
function keptSitemap(ctx: Context): ChangingCache<Sitemap> | undefined {
  if (ctx.testMode) return undefined
  const found = ofContext.get(ctx)
  if (found) return found
  const kept = new ChangingCache<Sitemap>({ maxSize: 64 * mebi, sizeOf: ({ gzipped }) => gzipped.byteLength })
  ofContext.set(ctx, kept)
  const changed = () => kept.changed()
  ctx.notifier.listen(videosChangedChannel, changed, changed).catch((error: unknown) => {
    ctx.log.error({ err: error }, 'The kept sitemap does not hear of changes; it may be a day old')
  })
  return kept
}

/** Built once for all who ask, also at the same time, until something in it changes or a day is over. */
export async function currentSitemap(ctx: Context): Promise<Sitemap> {
  const build = async () => {
    const gzipped = await buildSitemap(ctx)
    return { gzipped, tag: `W/"${createHash('sha1').update(gzipped).digest('base64url')}"` }
  }
  return keptSitemap(ctx)?.get('sitemap', day, build) ?? build()
}
