import type { Context } from '#foundation/context.ts'

export type UploadActivity = 'writing' | 'finishing'

interface Busy {
  activity: UploadActivity
  /** Makes the work end early. */
  stop: () => void
  ended: Promise<unknown>
}

/**
 * Which uploads this process works on. Their bytes lie on this node, so no other one has a say; and after a crash
 * nothing stays locked.
 */
const activities = new WeakMap<Context, Map<string, Busy>>()

export function uploadActivity(ctx: Context, id: string): UploadActivity | undefined {
  return activities.get(ctx)?.get(id)?.activity
}

/** Runs `work` while the upload counts as busy; the caller has asked `uploadActivity` just before. */
export async function whileBusy<T>(
  ctx: Context,
  id: string,
  activity: UploadActivity,
  work: () => Promise<T>,
  stop: () => void = () => {},
): Promise<T> {
  const busy = activities.get(ctx) ?? new Map<string, Busy>()
  activities.set(ctx, busy)
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  busy.set(id, { activity, stop, ended })
  try {
    return await work()
  } finally {
    busy.delete(id)
    resolve()
  }
}

/** Cuts the chunk that is being written, if any. */
export async function stopWriting(ctx: Context, id: string): Promise<void> {
  const busy = activities.get(ctx)?.get(id)
  if (busy?.activity !== 'writing') return
  busy.stop()
  await busy.ended
}
