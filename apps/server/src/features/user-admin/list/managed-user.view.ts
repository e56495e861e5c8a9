import type { z } from 'zod'
import { userRoleLabels, type UserRole } from '@sepiola/contract/rights.ts'
import type { User } from '@sepiola/contract/schemas/users.ts'
import { accountView, channelView } from '#features/accounts/public.ts'
import { effectiveUserTheme, type UserRow } from '#features/users/public.ts'
import type { Settings } from '#foundation/config/settings.ts'
import type { Origin } from '#foundation/origin.ts'

/** `User` as those see it who manage users (spec 02 §1.2). */
export function managedUserView(origin: Origin, settings: Settings, row: UserRow): z.input<ReturnType<typeof User>> {
  const { account, videoChannels, role, lastLoginDate, createdAt, ...same } = row
  const flags = settings.nsfw_flags_settings.enabled
  return {
    ...same,
    nsfwFlagsDisplayed: flags ? same.nsfwFlagsDisplayed : 0,
    nsfwFlagsHidden: flags ? same.nsfwFlagsHidden : 0,
    nsfwFlagsBlurred: flags ? same.nsfwFlagsBlurred : 0,
    nsfwFlagsWarned: flags ? same.nsfwFlagsWarned : 0,
    theme: effectiveUserTheme(same.theme),
    role: { id: role, label: userRoleLabels[role as UserRole] },
    account: accountView(origin, account),
    videoChannels: videoChannels.map((row) => {
      const channel = channelView(origin, row)
      return { ...channel, ownerAccountId: channel.ownerAccount.id, ownerAccountName: channel.ownerAccount.name }
    }),
    lastLoginDate: lastLoginDate?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}
