import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { findQuotas, findQuotaUsed, type QuotaUsed } from './quota.sql.ts'

const unlimited = -1
const day = 24 * 3_600_000

export function quotaUsed(ctx: Pick<Context, 'db' | 'clock'>, userId: number): Promise<QuotaUsed> {
  return findQuotaUsed(ctx.db, userId, new Date(ctx.clock.now().getTime() - day))
}

/** Whether `size` more bytes would reach a quota (spec 02 §1.3): reaching it counts already. Pure. */
export function reachesQuota(
  quotas: { videoQuota: number; videoQuotaDaily: number },
  used: QuotaUsed,
  size: number,
): boolean {
  const reached = (quota: number, taken: number) => quota !== unlimited && taken + size >= quota
  return reached(quotas.videoQuota, used.videoQuotaUsed) || reached(quotas.videoQuotaDaily, used.videoQuotaUsedDaily)
}

/** `userId` is the owner of the channel, whoever uploads. Throws `quota_reached`. */
export async function requireQuota(ctx: Pick<Context, 'db' | 'clock'>, userId: number, size: number): Promise<void> {
  const quotas = await findQuotas(ctx.db, userId)
  if (!quotas || (quotas.videoQuota === unlimited && quotas.videoQuotaDaily === unlimited)) return
  if (reachesQuota(quotas, await quotaUsed(ctx, userId), size)) {
    throw problem('quota_reached', 'The user video quota is exceeded with this video.')
  }
}

/** How many more bytes a user may store without reaching a quota; Infinity = unlimited. */
export async function remainingQuota(ctx: Pick<Context, 'db' | 'clock'>, userId: number): Promise<number> {
  const quotas = await findQuotas(ctx.db, userId)
  if (!quotas || (quotas.videoQuota === unlimited && quotas.videoQuotaDaily === unlimited)) return Infinity
  const used = await quotaUsed(ctx, userId)
  const left = (quota: number, taken: number) => (quota === unlimited ? Infinity : Math.max(0, quota - taken - 1))
  return Math.min(left(quotas.videoQuota, used.videoQuotaUsed), left(quotas.videoQuotaDaily, used.videoQuotaUsedDaily))
}
