import type {
  AccountExportJSON,
  ChannelExportJSON,
  UserSettingsExportJSON,
} from '@sepiola/contract/schemas/account-export.ts'
import type { myUserView } from '#features/users/public.ts'
import type { Origin } from '#foundation/origin.ts'
import type { ChannelRow, Owner } from './person-rows.sql.ts'
import { actorImageExport, archivedPicture, fromJson, type ArchivedFile } from './pictures.ts'

export function avatarOf(owner: Owner): ArchivedFile | undefined {
  return archivedPicture(owner.avatars, { folder: 'files/account/avatars', name: owner.name, area: 'avatars' })
}

export function accountExport(origin: Origin, owner: Owner): AccountExportJSON {
  return {
    url: owner.url,
    name: owner.name,
    displayName: owner.displayName,
    description: owner.description,
    updatedAt: owner.updatedAt.toISOString(),
    createdAt: owner.createdAt.toISOString(),
    avatars: owner.avatars.map((image) => actorImageExport(origin, image)),
    archiveFiles: { avatar: fromJson(avatarOf(owner)) },
  }
}

export function picturesOf(channel: ChannelRow): {
  avatar: ArchivedFile | undefined
  banner: ArchivedFile | undefined
} {
  const { name } = channel
  return {
    avatar: archivedPicture(channel.avatars, { folder: 'files/channels/avatars', name, area: 'avatars' }),
    banner: archivedPicture(channel.banners, { folder: 'files/channels/banners', name, area: 'avatars' }),
  }
}

type ChannelExport = ChannelExportJSON['channels'][number]
type ChannelTheme = NonNullable<ChannelExport['playerSettings']>['theme']

export function channelExport(origin: Origin, channel: ChannelRow): ChannelExport {
  const { name, url, displayName, description, support } = channel
  const { avatar, banner } = picturesOf(channel)
  return {
    ...{ url, name, displayName, description, support, publicEmail: null },
    updatedAt: channel.updatedAt.toISOString(),
    createdAt: channel.createdAt.toISOString(),
    avatars: channel.avatars.map((image) => actorImageExport(origin, image)),
    banners: channel.banners.map((image) => actorImageExport(origin, image)),
    ...(channel.playerTheme !== null && { playerSettings: { theme: channel.playerTheme as ChannelTheme } }),
    archiveFiles: { avatar: fromJson(avatar), banner: fromJson(banner) },
  }
}

export function settingsExport(user: ReturnType<typeof myUserView>): UserSettingsExportJSON {
  return {
    email: user.email,
    nsfwPolicy: user.nsfwPolicy,
    nsfwFlagsDisplayed: user.nsfwFlagsDisplayed,
    nsfwFlagsHidden: user.nsfwFlagsHidden,
    nsfwFlagsWarned: user.nsfwFlagsWarned,
    nsfwFlagsBlurred: user.nsfwFlagsBlurred,
    autoPlayVideo: user.autoPlayVideo,
    autoPlayNextVideo: user.autoPlayNextVideo,
    autoPlayNextVideoPlaylist: user.autoPlayNextVideoPlaylist,
    p2pEnabled: user.p2pEnabled,
    videosHistoryEnabled: user.videosHistoryEnabled,
    videoLanguages: user.videoLanguages,
    language: user.language,
    theme: user.theme,
    createdAt: user.createdAt,
    notificationSettings: user.notificationSettings!,
  }
}
