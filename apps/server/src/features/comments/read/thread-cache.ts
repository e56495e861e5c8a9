import { videosChangedChannel } from '#foundation/answers/answer-once.ts'
import { ChangingCache } from '#foundation/answers/changing-cache.ts'
import type { Context } from '#foundation/context.ts'
import { SerializedJson } from '#foundation/http/implement.ts'

/** Every change of a comment tells here (migration 0040). */
export const commentsChangedChannel = 'sepiola_comments_changed'

const mebi = 1024 * 1024

/** ms; names and pictures of authors change with a notice, their followers without. */
const lifetime = 60_000

const ofContext = new WeakMap<Context, ChangingCache<Buffer>>()

/** Threads as anonymous viewers see them, of this node; undefined in test mode (spec 11). */
function threadCache(ctx: Context): ChangingCache<Buffer> | undefined {
  if (ctx.testMode) return undefined
  let cache = ofContext.get(ctx)
  if (!cache) {
    const created = new ChangingCache<Buffer>({ maxSize: 8 * mebi, sizeOf: (answer) => answer.byteLength })
    const changed = () => created.changed()
    // Which threads are shown depends on the video, its owner's mutes and those of the instance too.
    for (const channel of [commentsChangedChannel, videosChangedChannel]) {
      ctx.notifier.listen(channel, changed, changed).catch((error: unknown) => {
        ctx.log.error({ err: error }, 'Kept threads do not hear of changes; answers may be a minute old')
      })
    }
    ofContext.set(ctx, created)
    cache = created
  }
  return cache
}

/** Serialises an answer once for all who ask the same, until a comment or video changes. */
export async function keepThreads<T>(ctx: Context, question: unknown, answer: () => Promise<T>) {
  const cache = threadCache(ctx)
  if (!cache) return answer()
  const text = await cache.get(JSON.stringify(question), lifetime, async () =>
    Buffer.from(JSON.stringify(await answer())),
  )
  return new SerializedJson(text)
}

/** After a transaction of this node: its client's next request sees the change for sure. */
export function commentsChanged(ctx: Context): void {
  ofContext.get(ctx)?.changed()
}
