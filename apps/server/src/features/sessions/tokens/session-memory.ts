import type { Context } from '#foundation/context.ts'
import { saveActivities, type Activity } from './token.sql.ts'
import { TokenCache } from './token-cache.ts'

const channel = 'sessions'

/** What one node remembers about sessions; it belongs to the node's database handle, not to the module. */
export class SessionMemory {
  readonly tokens = new TokenCache()
  #activities = new Map<number, Activity>()

  noteActivity(activity: Activity): void {
    this.#activities.set(activity.tokenId, activity)
  }

  async flushActivities(ctx: Context): Promise<void> {
    const activities = [...this.#activities.values()]
    this.#activities = new Map()
    await saveActivities(ctx.db, activities)
  }
}

const memories = new WeakMap<object, SessionMemory>()

export function sessionMemory(ctx: Pick<Context, 'db'>): SessionMemory {
  let memory = memories.get(ctx.db)
  if (!memory) memories.set(ctx.db, (memory = new SessionMemory()))
  return memory
}

/** To be called once the session is gone from the database: no node accepts its token any more. */
export async function forgetToken(ctx: Context, tokenId: number): Promise<void> {
  sessionMemory(ctx).tokens.forgetToken(tokenId)
  await ctx.notifier.notify(channel, `token:${tokenId}`)
}

/** To be called after a change of the user or of all his sessions: every node reads the user anew. */
export async function forgetUser(ctx: Context, userId: number): Promise<void> {
  sessionMemory(ctx).tokens.forgetUser(userId)
  await ctx.notifier.notify(channel, `user:${userId}`)
}

export interface Revoked {
  tokenId?: number
  userId?: number
}

/** Told on every node once a session is gone, or once its user or all sessions of his have changed. */
export function watchSessions(ctx: Context, onRevoked: (revoked: Revoked) => void): Promise<() => void> {
  return ctx.notifier.listen(channel, (payload) => {
    const [kind, id] = payload.split(':')
    onRevoked(kind === 'token' ? { tokenId: Number(id) } : { userId: Number(id) })
  })
}

/** Follows what other nodes revoke, and writes the last activities every minute (2 s in test mode). */
export async function startSessions(ctx: Context): Promise<void> {
  const memory = sessionMemory(ctx)
  await ctx.notifier.listen(
    channel,
    (payload) => {
      const [kind, id] = payload.split(':')
      if (kind === 'token') memory.tokens.forgetToken(Number(id))
      else memory.tokens.forgetUser(Number(id))
    },
    () => memory.tokens.clear(),
  )
  const flush = () =>
    memory.flushActivities(ctx).catch((err: unknown) => ctx.log.warn({ err }, 'Session activities were not saved.'))
  const timer = setInterval(flush, ctx.testMode ? 2000 : 60_000)
  timer.unref()
  ctx.stopping.addEventListener(
    'abort',
    () => {
      clearInterval(timer)
      void flush()
    },
    { once: true },
  )
}
