import type { Context } from '#foundation/context.ts'

export type UploadActivity = 'writing' | 'finishing'

/**
 * Which uploads this process works on. Their bytes lie on this node, so no other one has a say; and after a crash
 * nothing stays locked.
 */
const activities = new WeakMap<Context, Map<string, UploadActivity>>()

export function uploadActivity(ctx: Context, id: string): UploadActivity | undefined {
  return activities.get(ctx)?.get(id)
}

/** Runs `work` while the upload counts as busy; the caller has asked `uploadActivity` just before. */
export async function whileBusy<T>(
  ctx: Context,
  id: string,
  activity: UploadActivity,
  work: () => Promise<T>,
): Promise<T> {
  const busy = activities.get(ctx) ?? new Map<string, UploadActivity>()
  activities.set(ctx, busy)
  busy.set(id, activity)
  try {
    return await work()
  } finally {
    busy.delete(id)
  }
}
