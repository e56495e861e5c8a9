import type { z } from 'zod'
import { NotificationSetting } from '@sepiola/contract/enums.ts'
import { userRoleLabels, type UserRole } from '@sepiola/contract/rights.ts'
import type { MyUser } from '@sepiola/contract/schemas/users.ts'
import { accountView, channelView, type ChannelRow } from '#features/accounts/public.ts'
import type { Settings } from '#foundation/config/settings.ts'
import type { Origin } from '#foundation/origin.ts'
import type { MyUserRow } from './me.sql.ts'
import { effectiveUserTheme } from './themes.ts'

/** A channel in the lists of a user, which also name its owner. */
function userChannelView(origin: Origin, row: ChannelRow) {
  const channel = channelView(origin, row)
  return { ...channel, ownerAccountId: channel.ownerAccount.id, ownerAccountName: channel.ownerAccount.name }
}

/** `MyUser` (spec 02 §1.2). */
export function myUserView(origin: Origin, settings: Settings, row: MyUserRow): z.input<ReturnType<typeof MyUser>> {
  const { account, videoChannels, videoChannelCollaborations, role, lastLoginDate, createdAt, ...same } = row
  const flags = settings.nsfw_flags_settings.enabled
  return {
    ...same,
    nsfwFlagsDisplayed: flags ? same.nsfwFlagsDisplayed : 0,
    nsfwFlagsHidden: flags ? same.nsfwFlagsHidden : 0,
    nsfwFlagsBlurred: flags ? same.nsfwFlagsBlurred : 0,
    nsfwFlagsWarned: flags ? same.nsfwFlagsWarned : 0,
    // Has no column in the tables of 8.2: everybody has the default.
    notificationSettings: { ...same.notificationSettings, automaticBlocklist: NotificationSetting.WEB },
    theme: effectiveUserTheme(same.theme),
    role: { id: role, label: userRoleLabels[role as UserRole] },
    account: accountView(origin, account),
    videoChannels: videoChannels.map((channel) => userChannelView(origin, channel)),
    videoChannelCollaborations: videoChannelCollaborations.map((channel) => userChannelView(origin, channel)),
    lastLoginDate: lastLoginDate?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}
