import { videosChangedChannel } from '#foundation/answers/answer-once.ts'
import { ChangingCache } from '#foundation/answers/changing-cache.ts'
import { commentsChangedChannel } from '#features/comments/public.ts'
import type { Context } from '#foundation/context.ts'

/** The database's triggers tell here what feeds show besides videos and comments (migration 0075). */
const feedsChangedChannel = 'sepiola_feeds_changed'

const mebi = 1024 * 1024

/** ms (spec 01 §6); counters in feeds may be so old. */
export const feedLifetime = 15 * 60 * 1000

export interface KeptFeed {
  text: Buffer
  /** ms since 1970, when it is built anew although nothing was told to change. */
  until: number
}

const ofContext = new WeakMap<Context, ChangingCache<KeptFeed>>()

/** Feeds as texts, of this node, until something in any of them changes; undefined in test mode (spec 11). */
export function feedCache(ctx: Context): ChangingCache<KeptFeed> | undefined {
  if (ctx.testMode) return undefined
  let cache = ofContext.get(ctx)
  if (!cache) {
    const created = new ChangingCache<KeptFeed>({
      maxSize: 8 * mebi,
      sizeOf: (feed) => feed.text.byteLength,
    })
    const changed = () => created.changed()
    for (const channel of [videosChangedChannel, commentsChangedChannel, feedsChangedChannel]) {
      ctx.notifier.listen(channel, changed, changed).catch((error: unknown) => {
        ctx.log.error({ err: error }, 'Kept feeds do not hear of changes; answers may be 15 minutes old')
      })
    }
    ctx.settings.onChange(changed)
    ofContext.set(ctx, created)
    cache = created
  }
  return cache
}
