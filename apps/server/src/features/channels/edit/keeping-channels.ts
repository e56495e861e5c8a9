import type { Context } from '#foundation/context.ts'
import { withLock } from '#foundation/db/advisory-lock.ts'

/** Runs `work` while nobody else deletes or gives away channels of the account. Not to be called inside a transaction. */
export function keepingChannels<T>(ctx: Context, accountId: number, work: () => Promise<T>): Promise<T> {
  return withLock(ctx.db, `channels of account ${accountId}`, work)
}
