import type { Context } from '#foundation/context.ts'
import { SerializedJson } from '#foundation/http/implement.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { ChangingCache } from './changing-cache.ts'

/** The database's triggers tell here that lists or answers may look different (migration 0010). */
export const videosChangedChannel = 'sepiola_videos_changed'

/** The same for what else anybody may see: playlists, lives, people (migrations 0075, 0099). */
const changedChannels = [videosChangedChannel, 'sepiola_feeds_changed', 'sepiola_actors_changed']

/** ms that an answer counts at most: counters in it change without notice. */
const lifetime = 1000

const mebi = 1024 * 1024

const ofContext = new WeakMap<Context, ChangingCache<Buffer>>()

/** Serialised answers for anonymous viewers, of this node; undefined in test mode (spec 11), where each is computed. */
function answersOf(ctx: Context): ChangingCache<Buffer> | undefined {
  if (ctx.testMode) return undefined
  const found = ofContext.get(ctx)
  if (found) return found
  const answers = new ChangingCache<Buffer>({ maxSize: 4 * mebi, sizeOf: (answer) => answer.byteLength })
  ofContext.set(ctx, answers)
  const changed = () => answers.changed()
  for (const channel of changedChannels) {
    ctx.notifier.listen(channel, changed, changed).catch((error: unknown) => {
      ctx.log.error({ err: error }, 'Kept answers do not hear of changes; they may be a second old')
    })
  }
  ctx.settings.onChange(changed)
  return answers
}

/**
 * Serialises an answer for anonymous viewers once for all who ask the same; others get theirs computed. `question`
 * holds everything the answer depends on. An answer that throws is not kept.
 */
export async function answerOnce<T>(
  ctx: Context,
  viewer: Viewer | undefined,
  question: unknown,
  answer: () => Promise<T>,
): Promise<T | SerializedJson> {
  const answers = viewer ? undefined : answersOf(ctx)
  if (!answers) return answer()
  const text = await answers.get(JSON.stringify(question), lifetime, async () =>
    Buffer.from(JSON.stringify(await answer())),
  )
  return new SerializedJson(text)
}

/** After a transaction of this node: its client's next request sees the change for sure. */
export function answersChanged(ctx: Context): void {
  answersOf(ctx)?.changed()
}
