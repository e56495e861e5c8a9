import type { Context } from '#foundation/context.ts'
import { SerializedJson } from '#foundation/http/implement.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { videoCaches } from './video-caches.ts'

/** ms that an answer counts at most: counters in it change without notice. */
const lifetime = 1000

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
  const caches = viewer ? undefined : videoCaches(ctx)
  if (!caches) return answer()
  const text = await caches.answers.get(JSON.stringify(question), lifetime, async () =>
    Buffer.from(JSON.stringify(await answer())),
  )
  return new SerializedJson(text)
}
