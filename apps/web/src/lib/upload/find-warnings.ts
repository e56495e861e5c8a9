import { UserAdminFlag } from '@sepiola/contract/enums.ts'
import { UserRole } from '@sepiola/contract/rights.ts'
import type { MyUser } from '#lib/account/my-user.ts'
import type { MessageKey } from '#lib/i18n/i18n.ts'

interface Warning {
  key: MessageKey
  /** Bytes. */
  left?: number
}

interface Known {
  /** Bytes, of all time and of the last day; undefined until it is known. */
  used: { videoQuotaUsed: number; videoQuotaUsedDaily: number } | undefined
  /** New videos wait for the moderators. */
  looksFirst: boolean
}

export function findWarnings(
  me: Pick<MyUser, 'username' | 'role' | 'videoQuota' | 'videoQuotaDaily' | 'adminFlags'>,
  { used, looksFirst }: Known,
): Warning[] {
  const warnings: Warning[] = []
  if (me.username === 'root') warnings.push({ key: 'publish.warnRoot' })
  const quota = used && quotaWarning(me, used)
  if (quota) warnings.push(quota)
  // Moderators and administrators manage blocks themselves.
  const waits = me.role.id === UserRole.USER && ((me.adminFlags ?? 0) & UserAdminFlag.BYPASS_VIDEO_AUTO_BLACKLIST) === 0
  if (looksFirst && waits) {
    warnings.push({ key: 'publish.warnBlocked' })
  }
  return warnings
}

type Quotas = Pick<MyUser, 'videoQuota' | 'videoQuotaDaily'>

/** Of the narrower limit; −1 is none. */
function quotaWarning({ videoQuota, videoQuotaDaily }: Quotas, used: NonNullable<Known['used']>): Warning | undefined {
  const limits = [
    { of: videoQuota, used: used.videoQuotaUsed, daily: false },
    { of: videoQuotaDaily, used: used.videoQuotaUsedDaily, daily: true },
  ].filter(({ of }) => of >= 0)
  const full = limits.find(({ of, used }) => used >= of)
  if (full) return { key: full.daily ? 'publish.warnFullToday' : 'publish.warnFull' }
  const [tight] = limits
    .filter(({ of, used }) => of - used < of / 10)
    .toSorted((one, other) => one.of - one.used - (other.of - other.used))
  if (!tight) return undefined
  return { key: tight.daily ? 'publish.warnTightToday' : 'publish.warnTight', left: tight.of - tight.used }
}
