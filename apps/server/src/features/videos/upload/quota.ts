import type { Context } from '#foundation/context.ts'
import { findQuotaUse } from './quota.sql.ts'

const day = 86_400_000

/** Whether `size` more bytes reach the total or the daily quota of a user (spec 02 §1.3). */
export async function isQuotaExceeded(ctx: Context, userId: number, size: number): Promise<boolean> {
  const use = await findQuotaUse(ctx.db, userId, new Date(ctx.clock.now().getTime() - day))
  if (!use) return false
  const reaches = (used: number, quota: number) => quota !== -1 && used + size >= quota
  return reaches(use.used, use.quota) || reaches(use.usedToday, use.dailyQuota)
}
