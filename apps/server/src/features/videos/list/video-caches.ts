import type { Context } from '#foundation/context.ts'
import { answersChanged, videosChangedChannel } from '#foundation/answers/answer-once.ts'
import { ChangingCache } from '#foundation/answers/changing-cache.ts'
import { LargeTotals } from './large-totals.ts'

const mebi = 1024 * 1024

/** Ids. A shorter list is found anew in no time, unless the machine is busy. */
const longList = 500

export interface VideoCaches {
  /** Ordered ids of whole lists. */
  ids: ChangingCache<Int32Array>
  /** Of lists that nobody waits for being counted. */
  largeTotals: LargeTotals
  /** To be called after a transaction of this node that changed videos: a client's next request sees it for sure. */
  changed(): void
}

const ofContext = new WeakMap<Context, VideoCaches | undefined>()

/** The caches of this node; undefined in test mode (spec 11), where every answer is computed. */
export function videoCaches(ctx: Context): VideoCaches | undefined {
  if (ctx.testMode) return undefined
  if (!ofContext.has(ctx)) ofContext.set(ctx, createCaches(ctx))
  return ofContext.get(ctx)
}

function createCaches(ctx: Context): VideoCaches {
  const ids = new ChangingCache<Int32Array>({
    maxSize: 32 * mebi,
    sizeOf: (list) => list.byteLength,
    keepsSlow: (list) => list.length >= longList,
  })
  const changed = () => {
    answersChanged(ctx)
    ids.changed()
  }
  ctx.notifier.listen(videosChangedChannel, changed, changed).catch((error: unknown) => {
    ctx.log.error({ err: error }, 'Caches of videos do not hear of changes; answers may be seconds old')
  })
  ctx.settings.onChange(changed)
  return { ids, largeTotals: new LargeTotals(), changed }
}

/** Tells the caches of this node without waiting for the database's notice. */
export function videosChanged(ctx: Context): void {
  videoCaches(ctx)?.changed()
}
