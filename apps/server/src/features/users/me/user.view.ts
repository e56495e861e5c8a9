import type { z } from 'zod'
import { NotificationSetting } from '@sepiola/contract/enums.ts'
import { userRoleLabels, type UserRole } from '@sepiola/contract/rights.ts'
import type { MyUser, User } from '@sepiola/contract/schemas/users.ts'
import { accountView, channelView, type ChannelRow } from '#features/accounts/public.ts'
import type { Settings } from '#foundation/config/settings.ts'
import type { Origin } from '#foundation/origin.ts'
import type { MyUserRow, UserRow } from './me.sql.ts'
import { effectiveUserTheme } from './themes.ts'

/** A channel in the lists of a user, which also name its owner. */
function userChannelView(origin: Origin, row: ChannelRow) {
  const channel = channelView(origin, row)
  return { ...channel, ownerAccountId: channel.ownerAccount.id, ownerAccountName: channel.ownerAccount.name }
}

/** `User` as those see it who manage users (spec 02 §1.2). */
export function userView(origin: Origin, settings: Settings, row: UserRow): z.input<ReturnType<typeof User>> {
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
    videoChannels: videoChannels.map((channel) => userChannelView(origin, channel)),
    lastLoginDate: lastLoginDate?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}

/** `MyUser` (spec 02 §1.2). */
export function myUserView(origin: Origin, settings: Settings, row: MyUserRow): z.input<ReturnType<typeof MyUser>> {
  const { notificationSettings, specialPlaylists, videoChannelCollaborations, ...user } = row
  return {
    ...userView(origin, settings, user),
    specialPlaylists,
    // Has no column in the tables of 8.2: everybody has the default.
    notificationSettings: { ...notificationSettings, automaticBlocklist: NotificationSetting.WEB },
    videoChannelCollaborations: videoChannelCollaborations.map((channel) => userChannelView(origin, channel)),
  }
}
